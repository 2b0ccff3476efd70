/** Text as it is compared: one space between words, plain quotes and dashes, no bullets or tick boxes. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/-\r?\n\s*/g, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[•·▪□☐☒☑✓]/g, ' ')
    .replace(/(^|\s)[*°]+(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The fewest characters to change, add or leave out so that `wanted` stands somewhere in `read`. What else is read
 * before and behind costs nothing: heads and feet of a page may come in any order.
 */
export function editsWithin(wanted: string, read: string): number {
  let row = new Uint32Array(read.length + 1);
  let next = new Uint32Array(read.length + 1);
  for (let at = 0; at < wanted.length; at += 1) {
    next[0] = at + 1;
    const letter = wanted.charCodeAt(at);
    for (let column = 0; column < read.length; column += 1) {
      const changed = (row[column] ?? 0) + (letter === read.charCodeAt(column) ? 0 : 1);
      const added = Math.min(row[column + 1] ?? 0, next[column] ?? 0) + 1;
      next[column + 1] = Math.min(changed, added);
    }
    [row, next] = [next, row];
  }
  return row.reduce((least, edits) => Math.min(least, edits), wanted.length);
}

/** A number: its digits with what stands between them, and the capitals in front that belong to it ("V300000112"). */
const number = /(?<!\p{Lu})\p{Lu}{0,3}\d(?:[-/.,]?\d)+/gu;

/**
 * How many of the numbers with two digits or more are read to the last character, each as often as it is printed. What
 * else its word holds (brackets, the rest of a web address) is counted by the edits.
 */
export function countNumbers(
  wanted: string,
  read: string,
): { readonly right: number; readonly all: number; readonly missed: readonly string[] } {
  const left = [...(read.match(number) ?? [])];
  const printed = wanted.match(number) ?? [];
  const missed: string[] = [];
  for (const each of printed) {
    const at = left.indexOf(each);
    if (at < 0) missed.push(each);
    else left.splice(at, 1);
  }
  return { right: printed.length - missed.length, all: printed.length, missed };
}
