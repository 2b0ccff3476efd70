/** Two readings of one page agree when most words of the shorter one are in the other: order and spacing differ anyway. */
export const leastAgreement = 0.6;
/** Fewer words say nothing. */
const fewestWords = 20;

/** The share of the shorter text's words that the longer one has too, 0 to 1, or undefined where there are too few. */
export function agreementOf(one: readonly string[], other: readonly string[]): number | undefined {
  const [shorter, longer] = [bareWords(one), bareWords(other)].toSorted((a, b) => a.length - b.length);
  if (shorter === undefined || longer === undefined || shorter.length < fewestWords) return undefined;
  const left = new Map<string, number>();
  for (const word of longer) left.set(word, (left.get(word) ?? 0) + 1);
  let seen = 0;
  for (const word of shorter) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    seen += 1;
  }
  return seen / shorter.length;
}

function bareWords(words: readonly string[]): readonly string[] {
  return words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).filter((word) => word.length > 2);
}
