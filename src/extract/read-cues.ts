import type { Word } from '../model/document.ts';
import { findPhrases } from '../phrase/find-phrases.ts';
import type { Token } from '../phrase/phrase.ts';
import { repairTokens } from '../phrase/repair-tokens.ts';
import { tokenize } from '../phrase/tokenize.ts';
import type { CuePurpose, ExtractPack, ExtractPacks } from './compile-packs.ts';
import type { FoundCue } from './cue.ts';

/** Below this, a word may have been misread and is compared tolerantly. */
const sureWord = 0.999;

/** The words of a sentence as tokens of a language; words of a scan that no phrase knows are repaired. */
export function readTokens(
  words: readonly Word[],
  language: string,
  packs: ExtractPacks,
  pack: ExtractPack,
): readonly Token[] {
  const spoken = packs.languages.get(language);
  if (spoken === undefined) return [];
  const tokens = tokenize(words, spoken.tools.stem);
  const vocabulary = pack.cues.get(language)?.vocabulary;
  if (vocabulary === undefined || words.every((word) => word.confidence >= sureWord)) return tokens;
  return repairTokens(tokens, vocabulary(), spoken.tools.stem);
}

/** Every cue of a pack that stands in these tokens, or those that serve one purpose. */
export function findCues(
  tokens: readonly Token[],
  language: string,
  pack: ExtractPack,
  purpose: CuePurpose = 'all',
): readonly FoundCue[] {
  const index = pack.cues.get(language)?.index(purpose);
  if (index === undefined) return [];
  return findPhrases(index, tokens).map((hit) => ({
    ...hit.value,
    from: hit.from,
    to: hit.to,
    span: { from: tokens[hit.from]?.from ?? 0, to: tokens[hit.to - 1]?.to ?? 0 },
  }));
}
