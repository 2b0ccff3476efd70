import type { Tally } from './ocr-tally.ts';

/** The head of the table: a group of columns for each way to read. */
export function headRow(ways: readonly { readonly name: string }[]): string {
  const columns = ways.map(({ name }) => `${name}: error %, wordings %, numbers %, F1 %, CPU s`.padEnd(62));
  return `${'class'.padEnd(9)} ${columns.join(' | ')}`;
}

/** A class of pages as a row of the table. */
export function writeRow(name: string, row: readonly Tally[]): string {
  const cells = row.map((tally) => {
    const figures = [
      percent(tally.edits, tally.characters).toFixed(2),
      percent(tally.found, tally.wordings).toFixed(0),
      percent(tally.right, tally.digits).toFixed(1),
      tally.grounds.given === 0 ? '-' : f1(tally).toFixed(1),
      (tally.seconds / Math.max(1, tally.pages)).toFixed(2),
    ];
    return figures
      .map((figure) => figure.padStart(11))
      .join(' ')
      .padEnd(62);
  });
  return `${name.padEnd(9)} ${cells.join(' | ')}`;
}

/** The grounds found on spoilt pages, measured against those found in the text layers. */
export function f1({ grounds: { hit, wanted, given } }: Tally): number {
  return percent(2 * hit, wanted + given);
}

/** How well the rules find on the spoilt pages what they find in the text layer. */
export function writeGrounds(name: string, tally: Tally): string {
  const { hit, wanted, given } = tally.grounds;
  if (given === 0) return `${name}: the rules were not run`;
  return `${name}: grounds of the text layer ${wanted}, found again ${hit}, not in the text layer ${given - hit}; F1 ${f1(tally).toFixed(1)} %`;
}

/** "11-22 (3 times)": which words are misread again and again. */
export function countEach(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts].toSorted(([, one], [, other]) => other - one);
  return often.map(([word, count]) => `${word} (${count} times)`).join(', ') || 'none';
}

/** A share in percent; all of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
