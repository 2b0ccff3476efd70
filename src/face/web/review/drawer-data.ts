import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../report/report-schema.ts';
import type { Correction, Review, ReviewInput } from '../../../report/review-schema.ts';

export type DrawerLetter = { readonly report: Report; readonly corrections: readonly Correction[] };

export type DrawerState =
  | { readonly state: 'loading' | 'failed' }
  | ({ readonly state: 'there'; readonly saving: 'idle' | 'saved' | 'failed' } & DrawerLetter);

async function fetchJson<T>(address: string, init?: RequestInit): Promise<T | undefined> {
  const response = await fetch(address, init).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const answer: T = await response.json();
  return answer;
}

/** The report and the review of one letter, and the way to change the review. */
export function useDrawer(
  letter: string,
  changed: (letter: string, corrections: number) => void,
): { readonly state: DrawerState; readonly save: (input: ReviewInput) => Promise<boolean> } {
  const [state, setState] = useState<DrawerState>({ state: 'loading' });
  useEffect(() => {
    let open = true;
    setState({ state: 'loading' });
    const load = async (): Promise<void> => {
      const [report, review] = await Promise.all([
        fetchJson<Report>(`/v1/letters/${letter}/report`),
        fetchJson<Review>(`/v1/letters/${letter}/review`),
      ]);
      if (!open) return;
      if (report === undefined || review === undefined) setState({ state: 'failed' });
      else setState({ state: 'there', saving: 'idle', report, corrections: review.corrections });
    };
    void load();
    return () => {
      open = false;
    };
  }, [letter]);

  async function save(input: ReviewInput): Promise<boolean> {
    const review = await fetchJson<Review>(`/v1/letters/${letter}/review`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    setState((before) => {
      if (before.state !== 'there') return before;
      if (review === undefined) return { ...before, saving: 'failed' };
      return { ...before, saving: 'saved', corrections: review.corrections };
    });
    if (review !== undefined) changed(letter, review.corrections.length);
    return review !== undefined;
  }
  return { state, save };
}

/** Puts a letter on hold or ends that. Gives whether it was done. */
export async function sendHold(letter: string, on: boolean): Promise<boolean> {
  const method = on ? 'PUT' : 'DELETE';
  const response = await fetch(`/v1/letters/${letter}/hold`, { method }).catch(() => undefined);
  return response?.ok === true;
}

export type GroundName = { readonly id: string; readonly title: string };

/** All grounds by name, for the list from which one is added; asked for once, when the list is opened. */
export function useGroundNames(language: string, wanted: boolean): readonly GroundName[] {
  const [names, setNames] = useState<readonly GroundName[]>([]);
  useEffect(() => {
    if (!wanted || names.length > 0) return;
    void fetchJson<{ entries: readonly GroundName[] }>(`/patterns/list?lang=${language}`).then(
      (answer) => answer !== undefined && setNames(answer.entries),
    );
  }, [language, wanted, names.length]);
  return names;
}
