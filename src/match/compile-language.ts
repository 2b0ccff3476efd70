import type { GroundId } from '../model/ground.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import { buildIndex, type PhraseIndex } from '../phrase/build-index.ts';
import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { foldWord } from '../phrase/fold.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { buildVocabulary, type Vocabulary } from '../phrase/vocabulary.ts';
import type { Exception, Meaning } from './reading.ts';

/** One language's phrases of all grounds and cues, ready to be found. */
export type CompiledLanguage = {
  readonly tools: LanguageTools;
  readonly index: PhraseIndex<Meaning>;
  readonly vocabulary: Vocabulary;
  /** One ground's exceptions, indexed when it is first seen in a letter. */
  readonly exceptionsOf: (ground: GroundId) => PhraseIndex<Exception> | undefined;
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
  const exceptions = new Map(grounds.map((ground) => [ground.id, readExceptions(ground, file.id, tools)]));
  const phrases = [...entries, ...[...exceptions.values()].flat()].map((entry) => entry.phrase);
  const known = [...[...file.stopWords, ...file.months.flat()].flatMap(foldWord), ...knownWords];
  const vocabulary = buildVocabulary(phrases, known);
  return { tools, index: buildIndex(entries), vocabulary, exceptionsOf: indexOnDemand(exceptions) };
}

type Entries<T> = readonly { readonly phrase: Phrase; readonly value: T }[];

function readExceptions(ground: Ground, language: string, tools: LanguageTools): Entries<Exception> {
  return (ground.match[language]?.unless ?? []).flatMap(({ phrase, in: within, why }) => {
    const parsed = tools.parse(phrase);
    return 'phrase' in parsed ? [{ phrase: parsed.phrase, value: { pattern: phrase, within, why } }] : [];
  });
}

function indexOnDemand<T>(entries: ReadonlyMap<GroundId, Entries<T>>): (id: GroundId) => PhraseIndex<T> | undefined {
  const made = new Map<GroundId, PhraseIndex<T>>();
  return (id) => {
    const own = entries.get(id) ?? [];
    if (own.length > 0 && !made.has(id)) made.set(id, buildIndex(own));
    return made.get(id);
  };
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
