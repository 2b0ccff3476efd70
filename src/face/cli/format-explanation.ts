/** What the packs see in one sentence, as `explainSentence` tells it. */
export type Seen = {
  readonly found: readonly {
    readonly ground: string;
    readonly title: { readonly en: string };
    readonly clue: string;
    readonly pattern: string;
    readonly words: string;
    readonly because?: { readonly en: string };
  }[];
  readonly suggested: readonly string[];
};

/** `refusals patterns --try`: each ground with its phrase and the words found, and what sets it aside. */
export function formatExplanation(seen: Seen): string {
  if (seen.found.length === 0) {
    const near =
      seen.suggested.length === 0 ? '' : `The nearest grounds by their examples: ${seen.suggested.join(', ')}\n`;
    return `No phrase finds a ground here.\n${near}`;
  }
  return seen.found
    .map(({ ground, title, clue, pattern, words, because }) => {
      const verdict = because === undefined ? 'counts' : `is set aside: ${because.en}`;
      return `${ground} (${title.en}) ${verdict}\n  by ${clue}: ${pattern}\n  in: ${words}\n`;
    })
    .join('');
}
