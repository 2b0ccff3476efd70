import { Failure } from '../model/failure.ts';
import type { Localized } from '../model/locale.ts';
import { once } from '../model/once.ts';
import type { KindsFile } from '../pack/kind-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import type { CountriesFile, PackFile } from '../pack/pack-schema.ts';
import type { ZonesFile } from '../pack/zone-schema.ts';
import { buildIndex, type PhraseIndex } from '../phrase/build-index.ts';
import { createLanguageTools, type LanguageTools } from '../phrase/create-language-tools.ts';
import { foldWord } from '../phrase/fold.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { buildVocabulary, type Vocabulary } from '../phrase/vocabulary.ts';
import { type Cue, type CueType, labels } from './cue.ts';
import type { KnownWords } from './layout/split-sentences.ts';
import { listPhrases } from './list-phrases.ts';

/** The pattern files that this stage needs. A whole set of pack sources is one. */
export type ExtractSources = {
  readonly languages: readonly LanguageFile[];
  readonly elsewhere: CountriesFile;
  readonly countries: readonly ExtractCountry[];
};

type ExtractCountry = {
  readonly id: string;
  readonly pack: PackFile;
  readonly kinds: KindsFile;
  readonly zones: ZonesFile;
  readonly lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

/** Words of one language, ready to be compared with. */
export type SpokenLanguage = {
  readonly file: LanguageFile;
  readonly tools: LanguageTools;
  readonly stopWords: ReadonlySet<string>;
  /** Accented letters that its words are written with. */
  readonly letters: ReadonlySet<string>;
};

/** What is looked for: everything; lines of page furniture; or labels that may be printed in another language. */
export type CuePurpose = 'all' | 'furniture' | 'labels';

/** One language's phrases, compiled when they are first needed: most letters need one language, and no repairs. */
type CompiledCues = {
  readonly index: (purpose: CuePurpose) => PhraseIndex<Cue>;
  readonly vocabulary: () => Vocabulary;
};

/** A recognition mark: of a country that has a pack, or of one that has none. `weight` 1 is a place, 3 a sure mark. */
export type CountryMark = { readonly country: string; readonly covered: boolean; readonly weight: number };

export type ExtractPack = ExtractCountry & { readonly cues: ReadonlyMap<string, CompiledCues> };

/** All phrases of this stage compiled, by language. */
export type ExtractPacks = {
  readonly languages: ReadonlyMap<string, SpokenLanguage>;
  readonly known: KnownWords;
  readonly countries: ReadonlyMap<string, () => PhraseIndex<CountryMark>>;
  /** Names of the countries that have no pack. */
  readonly elsewhere: ReadonlyMap<string, Localized>;
  readonly packs: ReadonlyMap<string, ExtractPack>;
  readonly byDefault: ExtractPack;
};

/**
 * Makes the packs ready once; letters are then read with the result. A phrase that can't be read, which `refusals
 * patterns` reports, is a Failure of the first letter that needs its language.
 */
export function compileExtractPacks(sources: ExtractSources): ExtractPacks {
  const languages = new Map(sources.languages.map((file) => [file.id, speak(file)]));
  const packs = new Map(sources.countries.map((country) => [country.id, compileCountry(country, languages)]));
  const byDefault = [...packs.values()].find((pack) => pack.pack.default) ?? [...packs.values()][0];
  if (byDefault === undefined) throw new Failure('internal', 'no country has a pack: add one under patterns/');
  return {
    languages,
    known: {
      abbreviations: new Set(sources.languages.flatMap((file) => file.abbreviations.map((word) => word.toLowerCase()))),
      stopWords: new Set(sources.languages.flatMap((file) => file.stopWords)),
    },
    countries: new Map([...languages].map(([id, language]) => [id, once(() => compileMarks(sources, language))])),
    elsewhere: new Map(sources.elsewhere.countries.map((country) => [country.id, country.name])),
    packs,
    byDefault,
  };
}

function speak(file: LanguageFile): SpokenLanguage {
  return {
    file,
    tools: createLanguageTools(file.id, file.stemmer, file.lists, file.shorthand),
    // One letter is a word in one language and a list's number or half a contraction in another.
    stopWords: new Set(file.stopWords.flatMap(foldWord).filter((word) => word.length > 1)),
    letters: lettersOf(file),
  };
}

function lettersOf(file: LanguageFile): ReadonlySet<string> {
  const words = [...file.stopWords, ...file.months.flat(), ...Object.values(file.lists).flat()].join('');
  return new Set(
    words
      .toLowerCase()
      .match(/[^\p{ASCII}]/gu)
      ?.filter((letter) => /\p{L}/u.test(letter)),
  );
}

function compileCountry(country: ExtractCountry, languages: ReadonlyMap<string, SpokenLanguage>): ExtractPack {
  const cues = [...languages].map(([id, { file }]): [string, CompiledCues] => {
    const tools = createLanguageTools(id, file.stemmer, { ...file.lists, ...country.lists[id] }, file.shorthand);
    return [id, compileCues(country, file, tools)];
  });
  return { ...country, cues: new Map(cues) };
}

const furniture: ReadonlySet<CueType> = new Set(['furniture']);

function compileCues(country: ExtractCountry, file: LanguageFile, tools: LanguageTools): CompiledCues {
  const listed = listPhrases(country, file);
  const read = (types?: ReadonlySet<CueType>) =>
    listed
      .filter(({ type }) => types === undefined || types.has(type))
      .map(({ text, type, id }) => ({ phrase: parse(tools, text, country.id), value: { type, id } }));
  const known = [...file.stopWords, ...file.months.flat()];
  const entries = once(() => read());
  const indexes = {
    all: once(() => buildIndex(entries())),
    furniture: once(() => buildIndex(read(furniture))),
    labels: once(() => buildIndex(read(labels))),
  };
  return {
    index: (purpose) => indexes[purpose](),
    vocabulary: once(() =>
      buildVocabulary(
        entries().map((entry) => entry.phrase),
        known.flatMap(foldWord),
      ),
    ),
  };
}

function compileMarks(sources: ExtractSources, language: SpokenLanguage): PhraseIndex<CountryMark> {
  const { id } = language.file;
  const entries: { phrase: Phrase; value: CountryMark }[] = [];
  const add = (texts: readonly string[] | undefined, value: CountryMark) => {
    for (const text of texts ?? []) entries.push({ phrase: parse(language.tools, text, value.country), value });
  };
  for (const { pack } of sources.countries) add(pack.recognise[id], { country: pack.id, covered: true, weight: 3 });
  for (const country of sources.elsewhere.countries) {
    add(country.marks[id], { country: country.id, covered: false, weight: 3 });
    add(country.places[id], { country: country.id, covered: false, weight: 1 });
  }
  return buildIndex(entries);
}

function parse(tools: LanguageTools, text: string, country: string): Phrase {
  const parsed = tools.parse(text);
  if ('phrase' in parsed) return parsed.phrase;
  const { column, message } = parsed.mistake;
  throw new Failure('internal', `a phrase of ${country} can't be read: "${text}", column ${column}: ${message}`);
}
