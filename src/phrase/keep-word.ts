/** Letters can hold any number of made-up words: the memory for what is known of words is bounded. */
const mostWords = 50_000;

/** Keeps what was found out about a word, as long as there is room, and gives it back. */
export function keepWord<T>(known: Map<string, T>, word: string, found: T): T {
  if (known.size < mostWords) known.set(word, found);
  return found;
}
