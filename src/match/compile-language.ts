import type { Ground } from '../pack/ground-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import { buildIndex, type PhraseIndex } from '../phrase/build-index.ts';
import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { foldWord } from '../phrase/fold.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { buildVocabulary, type Vocabulary } from '../phrase/vocabulary.ts';
import type { Meaning } from './reading.ts';

/** One language's phrases of all grounds and cues, ready to be found. */
export type CompiledLanguage = {
  readonly tools: LanguageTools;
  readonly index: PhraseIndex<Meaning>;
  readonly vocabulary: Vocabulary;
};

/** Phrases that can't be read are left out here: `refusals patterns` reports them, and loading refuses them. */
export function compileLanguage(
  file: LanguageFile,
  tools: LanguageTools,
  grounds: readonly Ground[],
  knownWords: readonly string[],
): CompiledLanguage {
  const entries: { phrase: Phrase; value: Meaning }[] = [];
  const add = (texts: readonly string[], meaning: (text: string) => Meaning) => {
    for (const text of texts) {
      const parsed = tools.parse(text);
      if ('phrase' in parsed) entries.push({ phrase: parsed.phrase, value: meaning(text) });
    }
  };
  for (const ground of grounds) addGround(ground, file.id, add);
  for (const cue of file.cues) {
    add(cue.phrases, () => ({ type: 'cue', cue }));
    add(cue.ends, () => ({ type: 'cue-end', cue: cue.id }));
    add(cue.voidBy, () => ({ type: 'cue-void', cue: cue.id }));
  }
  add(file.leadIns, () => ({ type: 'lead-in' }));
  add(file.findings, () => ({ type: 'finding' }));
  add(file.reservations, () => ({ type: 'reservation' }));
  add(file.clauses.breaks, () => ({ type: 'break' }));
  add(file.clauses.starters, () => ({ type: 'starter' }));
  for (const { id, match } of grounds) {
    for (const [number, { phrase, in: within, why }] of (match[file.id]?.unless ?? []).entries())
      add([phrase], (pattern) => ({ type: 'exception', ground: id, pattern, number, within, why }));
  }
  const phrases = entries.map((entry) => entry.phrase);
  const known = [...[...file.stopWords, ...file.months.flat()].flatMap(foldWord), ...knownWords];
  const vocabulary = buildVocabulary(phrases, known);
  return { tools, index: buildIndex(entries), vocabulary };
}

function addGround(
  ground: Ground,
  language: string,
  add: (texts: readonly string[], meaning: (text: string) => Meaning) => void,
): void {
  const match = ground.match[language];
  if (match === undefined) return;
  for (const [clue, texts] of [
    ['wording', match.wordings],
    ['factor', match.factors],
    ['phrase', match.phrases],
    ['hint', match.hints],
  ] as const) {
    add(texts, (pattern) => ({ type: 'ground', ground: ground.id, clue, pattern }));
  }
}
