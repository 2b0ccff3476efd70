import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../model/failure.ts';
import { foldWord } from '../phrase/fold.ts';
import type { Ground } from './ground-schema.ts';
import type { CountrySources, PackSources } from './pack-sources.ts';
import { type CountryFolder, hashPackFolder, type PackFolder, readPackFolder } from './read-pack-folder.ts';

/**
 * Loads the pattern packs. `cache` is a file made by `writePackCache`: it is used when it was made from just these
 * files, because reading 200 YAML files costs a second. Throws a Failure that lists what is wrong in the packs.
 */
export function loadPacks(root: string, cache?: string): PackSources {
  const sha256 = hashPackFolder(root);
  if (cache !== undefined && existsSync(cache)) {
    // Our own build wrote it from files that passed the schemas; the sum says that they are the same files.
    const cached: PackSources = JSON.parse(readFileSync(cache, 'utf8'));
    if (cached.sha256 === sha256) return cached;
  }
  const folder = readPackFolder(root);
  if (folder.problems.length > 0) {
    const list = folder.problems.map((each) => `${each.file}:${each.line}:${each.column} ${each.message}`).join('\n');
    throw new Failure('internal', `The pattern packs can't be used. Mend these places:\n${list}`);
  }
  return linkPacks(folder, sha256);
}

/** A sound folder as plain data. */
export function linkPacks(folder: PackFolder, sha256: string): PackSources {
  const countries = folder.countries.flatMap((country) => linkCountry(country) ?? []);
  const languages = folder.languages.map((file) => file.value);
  return { sha256, languages, elsewhere: folder.elsewhere?.value ?? { countries: [] }, countries };
}

function linkCountry(country: CountryFolder): CountrySources | undefined {
  const { pack, kinds, zones, letters, laws, documents, routes, figures, questions, holidays } = country;
  if (!pack || !kinds || !zones || !letters || !laws || !documents || !routes || !figures || !questions || !holidays)
    return undefined;
  return {
    id: country.id,
    pack: pack.value,
    kinds: kinds.value,
    zones: zones.value,
    letters: letters.value,
    laws: laws.value,
    documents: documents.value,
    routes: routes.value,
    figures: figures.value,
    questions: questions.value,
    holidays: holidays.value,
    lists: Object.fromEntries([...country.lists].map(([language, file]) => [language, file.value.lists])),
    grounds: country.grounds.map((file) => file.value),
    knownWords: listKnownWords(country.grounds.map((file) => file.value)),
  };
}

/** Every word of the grounds' examples, by language. */
function listKnownWords(grounds: readonly Ground[]): Readonly<Record<string, readonly string[]>> {
  const words = new Map<string, Set<string>>();
  for (const example of grounds.flatMap((ground) => ground.examples)) {
    const known = words.get(example.language) ?? new Set<string>();
    words.set(example.language, known);
    for (const form of example.text.split(/\s+/).flatMap(foldWord)) known.add(form);
  }
  return Object.fromEntries([...words].map(([language, known]) => [language, [...known].sort()]));
}
