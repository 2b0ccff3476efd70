import { useEffect, useRef, useState } from 'preact/hooks';
import type { BatchCounts, BatchSummary } from '../../../seam/store.ts';
import type { BatchData, BatchRow } from '../view/page-data.ts';

export type BatchState = {
  readonly counts: BatchCounts;
  readonly summary: BatchSummary;
  readonly rows: readonly BatchRow[];
  readonly loaded: boolean;
  /** Asks for all rows and sums anew. */
  readonly reload: () => void;
  /** Notes that a letter's review was changed. */
  readonly reviewed: (letter: string, corrections: number) => void;
  /** Notes that a letter was put on hold, or that its hold ended. */
  readonly held: (letter: string, held: boolean) => void;
};

const isBusy = ({ waiting, reading }: BatchCounts): boolean => waiting + reading > 0;

/** While letters are being read, the table is fetched again at most this often; a long one less often. */
const againAfter = (rows: number): number => (rows > 2000 ? 8000 : 1500);

async function fetchRows(batch: string): Promise<readonly BatchRow[]> {
  const rows: BatchRow[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? '' : `?after=${after}`;
    const response = await fetch(`/batches/${batch}/rows${query}`);
    const page: { rows: readonly BatchRow[]; next?: string } = await response.json();
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

async function fetchSummary(batch: string): Promise<BatchSummary> {
  const response = await fetch(`/v1/batches/${batch}/summary`);
  const summary: BatchSummary = await response.json();
  return summary;
}

/** The batch as it is now: the page's own data first, then all rows, then every change as it happens. */
export function useBatch(data: BatchData): BatchState {
  const [counts, setCounts] = useState(data.counts);
  const [summary, setSummary] = useState(data.summary);
  const [rows, setRows] = useState(data.rows);
  const [loaded, setLoaded] = useState(data.next === undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const reload = useRef<() => void>(() => {});

  useEffect(() => {
    let open = true;
    const load = async (): Promise<void> => {
      timer.current = undefined;
      const [all, sums] = await Promise.all([fetchRows(data.id), fetchSummary(data.id)]);
      if (!open) return;
      setRows(all);
      setSummary(sums);
      setLoaded(true);
    };
    const plan = (busy: boolean): void => {
      if (!busy) clearTimeout(timer.current);
      if (!busy) timer.current = undefined;
      timer.current ??= setTimeout(() => void load().catch(() => {}), busy ? againAfter(data.counts.total) : 0);
    };
    reload.current = () => void load().catch(() => {});
    const events = new EventSource(`/v1/batches/${data.id}/events`);
    events.addEventListener('progress', (event) => {
      const now: BatchCounts = JSON.parse(String(event.data));
      setCounts(now);
      plan(isBusy(now));
    });
    events.addEventListener('gone', () => location.assign('/batches'));
    if (data.next !== undefined) plan(false);
    return () => {
      open = false;
      events.close();
      clearTimeout(timer.current);
    };
  }, [data.id, data.next, data.counts.total]);

  const changeRow = (letter: string, change: Partial<BatchRow>): void =>
    setRows((before) => before.map((row) => (row.id === letter ? { ...row, ...change } : row)));

  return {
    counts,
    summary,
    rows,
    loaded,
    reload: () => reload.current(),
    reviewed: (letter, corrections) => changeRow(letter, { reviewed: corrections > 0 }),
    held: (letter, held) => changeRow(letter, { held }),
  };
}
