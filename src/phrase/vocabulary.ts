import type { Node, Phrase } from './phrase.ts';

/** The words that the phrases of one language are made of: what a misread word may have been. */
export type Vocabulary = {
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  /** Each word of six letters or more under every form that lacks one of its letters. */
  readonly shortened: ReadonlyMap<string, string>;
};

/** A hostile file can hold a word of a million letters: only its beginning can be a prefix of the pack. */
export const longestPrefix = 40;

/** Shorter words have too many neighbours to be repaired. */
export const shortestRepaired = 6;

/** `more` are words that stand in no phrase but are known to be right, such as stop words. */
export function buildVocabulary(phrases: readonly Phrase[], more: readonly string[]): Vocabulary {
  const words = new Set<string>(more);
  const stems = new Set<string>();
  const prefixes = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return; // lists are shared between phrases
    seen.add(node);
    if (node.kind === 'word') words.add(node.form);
    else if (node.kind === 'stem') stems.add(node.stem);
    else if (node.kind === 'prefix') prefixes.add(node.start);
    else if (node.kind === 'choice') node.options.flat().forEach(visit);
    else if (node.kind === 'optional') node.nodes.forEach(visit);
  };
  for (const phrase of phrases) phrase.parts.flat().forEach(visit);
  return { words, stems, prefixes, shortened: shortenAll(words) };
}

function shortenAll(words: ReadonlySet<string>): ReadonlyMap<string, string> {
  const shortened = new Map<string, string>();
  for (const word of words) {
    if (word.length < shortestRepaired || /\d/.test(word)) continue;
    for (const form of withoutOneLetter(word)) if (!shortened.has(form)) shortened.set(form, word);
  }
  return shortened;
}

/** Every form of a word that lacks one of its letters. */
export function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Whether the phrases know this form as it stands. */
export function isKnown(vocabulary: Vocabulary, form: string, stem: string): boolean {
  if (vocabulary.words.has(form) || vocabulary.stems.has(stem)) return true;
  for (let length = 3; length <= Math.min(form.length, longestPrefix); length += 1) {
    if (vocabulary.prefixes.has(form.slice(0, length))) return true;
  }
  return false;
}
