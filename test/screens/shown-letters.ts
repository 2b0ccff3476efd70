import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSources } from '../../fixtures/make/letter-source.ts';
import { typesetLetters } from '../../fixtures/make/typeset-letter.ts';

/** The letters that the screens show, by the name they go by there. All are fixtures of invented people. */
export const shown = {
  study: 'letters/c-study-en.pdf',
  earlier: 'letters/b-study-en.pdf',
  photo: 'letters/c-study-en-photo.jpg',
  french: 'letters/c-study-fr.pdf',
  notes: 'letters/d-visitor-en.pdf',
  form: 'letters/a-visitor-tick-form-en.pdf',
  misrepresentation: 'letters/misrepresentation-en.pdf',
  text: 'letters/officer-notes-en.txt',
  approval: 'quiet/approval-en.pdf',
  fairness: 'quiet/fairness-a40-en.pdf',
  request: 'quiet/document-request-en.txt',
  returned: 'quiet/returned-incomplete-en.pdf',
  withdrawn: 'quiet/withdrawn-en.txt',
  other: 'quiet/university-rejection-en.txt',
  locked: 'broken/locked.pdf',
  broken: 'broken/corrupt.jpg',
} as const;

export const fixture = (file: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path.join('fixtures', file)));

export const dayMilliseconds = 86_400_000;

function sourceOf(wanted: string) {
  const source = readSources('fixtures/make/source/letters').find(({ name }) => name === wanted)?.source;
  if (source === undefined) throw new Error(`the letter ${wanted} has no source`);
  return source;
}

async function typeset(...sources: readonly ReturnType<typeof sourceOf>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await typesetLetters(sources, { fonts: 'fixtures/make/fonts' }));
}

/** The study letter as if it had come twelve days ago: its days still run. */
export async function freshLetter(): Promise<Uint8Array<ArrayBuffer>> {
  const source = sourceOf('c-study-en');
  const day = new Date(Date.now() - 12 * dayMilliseconds);
  const date = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  const side = source.side.map((line) => (line.startsWith('Date:') ? `Date: ${date}` : line));
  return typeset({ ...source, side });
}

/** Two letters of two applications in one file. */
export const pairOfLetters = (): Promise<Uint8Array<ArrayBuffer>> =>
  typeset(sourceOf('c-study-en'), sourceOf('c-visitor-en'));
