import { checkGround } from './match/check-ground.ts';
import { createMatchPack } from './match/create-match-pack.ts';
import type { Day } from './model/letter.ts';
import { checkCuePhrases } from './pack/check-cue-phrases.ts';
import { checkFigureAges } from './pack/check-figure-ages.ts';
import { checkLanguagePhrases, checkLists } from './pack/check-language-phrases.ts';
import { checkLinks } from './pack/check-links.ts';
import { checkPhrases } from './pack/check-phrases.ts';
import { checkStatus, readShownGrounds } from './pack/check-status.ts';
import { type CountryFolder, type PackFolder, readPackFolder } from './pack/read-pack-folder.ts';
import type { PackProblem } from './pack/read-yaml.ts';
import { createLanguageTools } from './phrase/create-language-tools.ts';

export type PackCheck = {
  readonly problems: readonly PackProblem[];
  readonly counts: readonly {
    readonly country: string;
    readonly grounds: number;
    readonly phrases: number;
    readonly examples: number;
  }[];
};

/**
 * `refusals patterns`: everything that can be said about the packs without a letter, each problem at its line.
 * `only` is one country; `expected` the file that says what the fixture letters show.
 */
export function checkPacks(
  root: string,
  today: Day,
  options: { readonly only?: string; readonly expected?: string } = {},
): PackCheck {
  const { only, expected } = options;
  const shown = expected === undefined ? undefined : readShownGrounds(expected);
  const folder = readPackFolder(root, only);
  const problems = [...folder.problems, ...checkLinks(folder)];
  for (const country of folder.countries) problems.push(...checkCountry(country, folder, today));
  if (shown !== undefined)
    problems.push(
      ...folder.countries.flatMap((country) => country.grounds.flatMap((ground) => checkStatus(ground, shown))),
    );
  return { problems: problems.sort(byPlace), counts: folder.countries.map(countCountry) };
}

function checkCountry(country: CountryFolder, folder: PackFolder, today: Day): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const languages = folder.languages.map((source) => {
    const lists = { ...source.value.lists, ...country.lists.get(source.value.id)?.value.lists };
    const tools = createLanguageTools(source.value.id, source.value.stemmer, lists, source.value.shorthand);
    problems.push(...checkLanguagePhrases(source, tools), ...checkLists(source, tools));
    const own = country.lists.get(source.value.id);
    if (own !== undefined) problems.push(...checkLists(own, tools));
    return { file: source.value, tools };
  });
  if (country.figures !== undefined) problems.push(...checkFigureAges(country.figures, today));
  const laws = country.laws?.value ?? { acts: [], provisions: [] };
  const pack = createMatchPack({ grounds: country.grounds.map((file) => file.value), laws, languages });
  const tools = new Map(languages.map((language) => [language.file.id, language.tools]));
  for (const file of [country.pack, country.kinds, country.zones]) {
    if (file !== undefined) problems.push(...checkCuePhrases(file, tools));
  }
  for (const ground of country.grounds) problems.push(...checkPhrases(ground, tools), ...checkGround(ground, pack));
  return problems;
}

function countCountry(country: CountryFolder): PackCheck['counts'][number] {
  const grounds = country.grounds.map((file) => file.value);
  const phrases = grounds.flatMap((ground) =>
    Object.values(ground.match).flatMap((match) => [...match.wordings, ...match.factors, ...match.phrases]),
  );
  const examples = grounds.flatMap((ground) => ground.examples);
  return { country: country.id, grounds: grounds.length, phrases: phrases.length, examples: examples.length };
}

function byPlace(one: PackProblem, other: PackProblem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line;
}
