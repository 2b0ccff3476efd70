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

/** What both splitting and analyzing need of the packs, compiled once. */
export const prepareExtracting = (packs: PackSources): ExtractPacks => compileExtractPacks(packs);

export function createSplit(extractPacks: ExtractPacks): Split {
  return (document) => splitLetters(document, extractPacks);
}

/** The pipeline after reading: extract, match, advise, report. Synchronous and pure; each stage makes a new value. */
export function createAnalyze(packs: PackSources, extractPacks: ExtractPacks = prepareExtracting(packs)): Analyze {
  const prepared = new Map(
    packs.countries.map((country) => [country.id, { country, match: prepareMatching(country, packs) }]),
  );
  const byDefault = packs.countries.find((country) => country.pack.default) ?? packs.countries[0];
  return (document, { answers, today, language, made }) => {
    const letter = extractLetter(document, extractPacks, today);
    const own = prepared.get(letter.country);
    const { country, match } = own ?? { country: byDefault, match: undefined };
    if (country === undefined) throw new RangeError('no country has a pack');
    const matches = match === undefined ? nothing : matchGrounds(letter, match);
    const grounds = new Map(country.grounds.map((ground) => [ground.id, ground]));
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
export function createExplain(packs: PackSources): Explain {
  const byDefault = packs.countries.find((country) => country.pack.default) ?? packs.countries[0];
  const match = byDefault && prepareMatching(byDefault, packs);
  return (sentence, language) => {
    if (byDefault === undefined || match === undefined) return { found: [], suggested: [] };
    const spoken = language ?? likeliestLanguage(sentence, packs);
    return explainSentence(sentence, spoken, byDefault.id, match);
  };
}

function likeliestLanguage(sentence: string, packs: PackSources): string {
  const words = new Set(sentence.toLowerCase().split(/[^\p{L}]+/u));
  const counts = packs.languages.map(({ id, stopWords }) => ({
    id,
    count: stopWords.filter((word) => words.has(word)).length,
  }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).id;
}

/** One country's grounds, ready for matching in every language that the product speaks. */
export function prepareMatching(country: CountrySources, packs: PackSources): MatchPack {
  const languages = packs.languages.map((file) => {
    const lists = { ...file.lists, ...country.lists[file.id] };
    return { file, tools: createLanguageTools(file.id, file.stemmer, lists) };
  });
  return createMatchPack({ grounds: country.grounds, laws: country.laws, knownWords: country.knownWords, languages });
}

/** The letter's language where the product speaks it. */
function spokenLanguage(letter: Letter): keyof Localized {
  return letter.language === 'fr' ? 'fr' : 'en';
}
