import { type Comparison, compareReports } from '../report/compare-reports.ts';
import type { LetterRecord } from '../seam/store.ts';
import { lettersOfBatch } from './accept-batch.ts';
import { reportOfLetter } from './report-of-letter.ts';
import type { Tools } from './tools.ts';

/** Letters offered at most: who has more finds the right one by its file. */
const mostOffered = 500;

/**
 * Compares two letters of one owner, the one with the earlier date as the earlier one; without dates the second is.
 * Throws not-found, not-done, or why one of them failed.
 */
export async function compareLetters(tools: Tools, owner: string, id: string, other: string): Promise<Comparison> {
  const own = await reportOfLetter(tools, owner, id);
  const second = await reportOfLetter(tools, owner, other);
  const [dated, otherDated] = [own.letter.issued?.value, second.letter.issued?.value];
  const swapped = dated !== undefined && otherDated !== undefined && dated < otherDated;
  return swapped ? compareReports(own, second) : compareReports(second, own);
}

/** Letters that a letter may be compared with: those by themselves and those of its batch, the latest date first. */
export async function lettersToCompare(
  tools: Tools,
  owner: string,
  letter: LetterRecord,
): Promise<readonly LetterRecord[]> {
  const sets = letter.batch === undefined ? ['none'] : ['none', letter.batch];
  const all: LetterRecord[] = [];
  for (const batch of sets) for await (const one of lettersOfBatch(tools, owner, batch)) all.push(one);
  const dateOf = ({ found, accepted }: LetterRecord): string => found?.issued ?? accepted.slice(0, 10);
  return all
    .filter(({ id, sha256, state }) => state === 'done' && id !== letter.id && sha256 !== letter.sha256)
    .toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)))
    .slice(0, mostOffered);
}
