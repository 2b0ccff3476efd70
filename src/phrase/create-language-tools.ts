import { createPhraseParser, type PhraseParser } from './parse-phrase.ts';
import { createStem, type Stem, type StemmerName } from './stem.ts';

/** What is needed to compare words of one language and to read phrases written in it. */
export type LanguageTools = { readonly language: string; readonly stem: Stem; readonly parse: PhraseParser };

/** Words that mean the same to a phrase: what officers shorten, with its short forms. */
export type Shorthand = Readonly<Record<string, readonly string[]>>;

/**
 * `lists` are all word lists that phrases of the language may name; a country's own lists go before the shared ones.
 * `shorthand` names short forms of words.
 */
export function createLanguageTools(
  language: string,
  stemmer: StemmerName,
  lists: Readonly<Record<string, readonly string[]>>,
  shorthand: Shorthand = {},
): LanguageTools {
  const stem = createStem(stemmer);
  return { language, stem, parse: createPhraseParser(lists, stem, shorthand) };
}
