export type MarkedText = { readonly before: string; readonly words: string; readonly after: string };

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Finds words that were folded for matching (`d etudes`) where they stand in a text (`d’études`), if they do. */
export function markWords(text: string, folded: string): MarkedText | undefined {
  const wanted = folded.split(' ');
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const start = words.findIndex((_, at) =>
    wanted.every((word, index) => fold(words[at + index]?.[0] ?? '') === fold(word)),
  );
  const first = words[start];
  const last = words[start + wanted.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const end = last.index + last[0].length;
  return { before: text.slice(0, first.index), words: text.slice(first.index, end), after: text.slice(end) };
}
