import { advise } from './advise/advise.ts';
import { compileExtractPacks, type ExtractPacks } from './extract/compile-packs.ts';
import { extractLetter } from './extract/extract-letter.ts';
import { splitLetters } from './extract/split-letters.ts';
import { createMatchPack } from './match/create-match-pack.ts';
import { explainSentence, type SentenceExplanation } from './match/explain-sentence.ts';
import { type MatchPack, matchGrounds } from './match/match-grounds.ts';
import type { Answers } from './model/advice.ts';
import type { Document } from './model/document.ts';
import type { Matches } from './model/ground.ts';
import type { Day, Letter } from './model/letter.ts';
import type { Localized } from './model/locale.ts';
import type { Ground } from './pack/ground-schema.ts';
import type { CountrySources, PackSources } from './pack/pack-sources.ts';
import { createLanguageTools } from './phrase/create-language-tools.ts';
import { buildReport } from './report/build-report.ts';
import { reportNotes } from './report/report-notes.ts';
import type { Report } from './report/report-schema.ts';

export type AnalyzeOptions = {
  readonly answers: Answers;
  readonly today: Day;
  /** The language of texts that stand in one language only. Default: the letter's. */
  readonly language?: keyof Localized;
  readonly made: { readonly at: string; readonly analyzer: string };
};

export type Analyze = (document: Document, options: AnalyzeOptions) => Report;

/** What the packs see in one sentence of the given language. */
export type Explain = (sentence: string, language?: string) => SentenceExplanation;

const nothing: Matches = { grounds: [], dismissed: [], unrecognised: [] };

/** A file as the letters it holds, each with its own pages; most hold one. */
export type Split = (document: Document) => readonly Document[];

type PreparedCountry = {
  readonly country: CountrySources;
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly match: MatchPack;
};

/** The packs made ready for splitting, analyzing and explaining: compiled once, whoever uses them. */
export type Prepared = {
  readonly packs: PackSources;
  readonly extract: ExtractPacks;
  readonly countries: ReadonlyMap<string, PreparedCountry>;
  /** The country of letters that don't say theirs. */
  readonly byDefault: PreparedCountry;
};

/** Throws a RangeError where no country has a pack. */
export function preparePacks(packs: PackSources): Prepared {
  const prepared = packs.countries.map((country) => prepareCountry(country, packs));
  const byDefault = prepared.find(({ country }) => country.pack.default) ?? prepared[0];
  if (byDefault === undefined) throw new RangeError('no country has a pack');
  const countries = new Map(prepared.map((each) => [each.country.id, each]));
  return { packs, extract: compileExtractPacks(packs), countries, byDefault };
}

function prepareCountry(country: CountrySources, packs: PackSources): PreparedCountry {
  const languages = packs.languages.map((file) => {
    const lists = { ...file.lists, ...country.lists[file.id] };
    return { file, tools: createLanguageTools(file.id, file.stemmer, lists, file.shorthand) };
  });
  const { grounds, laws, knownWords } = country;
  return {
    country,
    grounds: new Map(grounds.map((ground) => [ground.id, ground])),
    match: createMatchPack({ grounds, laws, knownWords, languages }),
  };
}

export function createSplit({ extract }: Prepared): Split {
  return (document) => splitLetters(document, extract);
}

/** The pipeline after reading: extract, match, advise, report. Synchronous and pure; each stage makes a new value. */
export function createAnalyze({ packs, extract, countries, byDefault }: Prepared): Analyze {
  return (document, { answers, today, language, made }) => {
    const letter = extractLetter(document, extract, today);
    const own = countries.get(letter.country);
    const { country, grounds } = own ?? byDefault;
    const matches = own === undefined ? nothing : matchGrounds(letter, own.match);
    const advice = advise({ letter, matches, pack: country, grounds, answers, today });
    return buildReport({
      document,
      letter,
      matches,
      advice,
      country,
      notes: reportNotes(letter, matches, advice),
      made: { ...made, packSha256: packs.sha256 },
      language: language ?? spokenLanguage(letter),
    });
  };
}

/** Explains sentences with the default country's packs, in the language that they are written in. */
export function createExplain({ packs, byDefault: { country, match } }: Prepared): Explain {
  return (sentence, language) =>
    explainSentence(sentence, language ?? likeliestLanguage(sentence, packs), country.id, match);
}

function likeliestLanguage(sentence: string, packs: PackSources): string {
  const words = new Set(sentence.toLowerCase().split(/[^\p{L}]+/u));
  const counts = packs.languages.map(({ id, stopWords }) => ({
    id,
    count: stopWords.filter((word) => words.has(word)).length,
  }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).id;
}

/** The letter's language where the product speaks it. */
function spokenLanguage(letter: Letter): keyof Localized {
  return letter.language === 'fr' ? 'fr' : 'en';
}
