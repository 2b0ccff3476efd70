import { wordsOf } from '../model/document.ts';
import { wordsOfSentence } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import { chooseSightings } from './choose-sightings.ts';
import { exampleLetter } from './example-letter.ts';
import { findCandidates } from './find-candidates.ts';
import type { MatchPack } from './match-grounds.ts';
import { readSentence } from './read-sentence.ts';

/** One ground that a sentence's words point to, by which phrase, and what sets it aside if anything does. */
export type Explanation = {
  readonly ground: string;
  readonly title: Localized;
  readonly clue: string;
  readonly pattern: string;
  readonly words: string;
  readonly because?: Localized;
};

export type SentenceExplanation = { readonly found: readonly Explanation[]; readonly suggested: readonly string[] };

/** What the packs see in a text and why: for people who edit them. The text is read as an officer's reasons. */
export function explainSentence(text: string, language: string, country: string, pack: MatchPack): SentenceExplanation {
  const letter = exampleLetter({ text, language }, country);
  const words = wordsOf(letter.document);
  const compiled = pack.language(language);
  if (compiled === undefined) return { found: [], suggested: [] };
  const found = letter.sentences.flatMap((sentence) => {
    const own = wordsOfSentence(words, sentence);
    const reading = readSentence(sentence, own, compiled, pack.findCitations);
    const candidates = findCandidates(reading, pack.grounds, pack.citedBy);
    return chooseSightings(candidates, letter).map(({ candidate, because }): Explanation => {
      const hit = reading.tokens.slice(candidate.from, candidate.to).map((token) => token.form);
      return {
        ground: candidate.ground.id,
        title: candidate.ground.title,
        clue: candidate.clue,
        pattern: candidate.pattern,
        words: hit.join(' '),
        ...(because === undefined ? {} : { because }),
      };
    });
  });
  return { found, suggested: found.length > 0 ? [] : pack.suggest(text, language) };
}
