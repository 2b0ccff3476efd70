import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { documentFileSchema } from './document-schema.ts';
import { figureFileSchema } from './figure-schema.ts';
import { type Ground, groundSchema } from './ground-schema.ts';
import { holidayFileSchema } from './holiday-schema.ts';
import { kindsSchema } from './kind-schema.ts';
import { type LanguageFile, languageFileSchema } from './language-schema.ts';
import { lawFileSchema } from './law-schema.ts';
import { letterFileSchema } from './letter-schema.ts';
import { listFileSchema } from './list-schema.ts';
import { countriesSchema, packSchema } from './pack-schema.ts';
import { questionFileSchema } from './question-schema.ts';
import { type PackProblem, readYaml, type YamlFile } from './read-yaml.ts';
import { routeFileSchema } from './route-schema.ts';
import { zonesSchema } from './zone-schema.ts';

/** The files of one country that stand once, and their schemas. */
export const countryFiles = {
  pack: packSchema,
  kinds: kindsSchema,
  zones: zonesSchema,
  letters: letterFileSchema,
  laws: lawFileSchema,
  documents: documentFileSchema,
  routes: routeFileSchema,
  figures: figureFileSchema,
  questions: questionFileSchema,
  holidays: holidayFileSchema,
} as const;

type CountryFiles = { readonly [K in keyof typeof countryFiles]?: YamlFile<z.output<(typeof countryFiles)[K]>> };

export type CountryFolder = CountryFiles & {
  readonly id: string;
  readonly lists: ReadonlyMap<string, YamlFile<{ lists: Record<string, string[]> }>>;
  readonly grounds: readonly YamlFile<Ground>[];
};

/** A pattern folder as read: files that are sound, and problems of those that are not. */
export type PackFolder = {
  readonly languages: readonly YamlFile<LanguageFile>[];
  readonly elsewhere?: YamlFile<z.output<typeof countriesSchema>>;
  readonly countries: readonly CountryFolder[];
  readonly problems: readonly PackProblem[];
};

/** Reads every pattern file under `root`. `only` limits it to one country. */
export function readPackFolder(root: string, only?: string): PackFolder {
  const problems: PackProblem[] = [];
  const read = <S extends z.ZodType>(file: string, schema: S): YamlFile<z.output<S>> | undefined => {
    const full = path.join(root, file);
    if (!existsSync(full)) {
      problems.push({ file, line: 1, column: 1, message: 'this file is missing; every country needs it' });
      return undefined;
    }
    const reading = readYaml(file, readFileSync(full, 'utf8'), schema);
    if ('read' in reading) return reading.read;
    problems.push(...reading.problems);
    return undefined;
  };
  const languages = yamlFiles(root, 'languages').flatMap((file) => read(file, languageFileSchema) ?? []);
  const elsewhere = read('countries.yaml', countriesSchema);
  const ids = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'languages' && (only === undefined || entry.name === only))
    .map((entry) => entry.name)
    .sort();
  const countries = ids.map((id): CountryFolder => {
    const lists = yamlFiles(root, path.join(id, 'lists')).flatMap((file) => {
      const list = read(file, listFileSchema);
      return list === undefined ? [] : [[path.basename(file, '.yaml'), list] as const];
    });
    const grounds = yamlFiles(root, path.join(id, 'grounds')).flatMap((file) => read(file, groundSchema) ?? []);
    return { id, ...readCountryFiles(id, read), lists: new Map(lists), grounds };
  });
  return { languages, ...(elsewhere === undefined ? {} : { elsewhere }), countries, problems };
}

type Read = <S extends z.ZodType>(file: string, schema: S) => YamlFile<z.output<S>> | undefined;

function readCountryFiles(id: string, read: Read): CountryFiles {
  const found = Object.entries(countryFiles).flatMap(([name, schema]) => {
    const file = read(path.join(id, `${name}.yaml`), schema);
    return file === undefined ? [] : [[name, file] as const];
  });
  return Object.fromEntries(found);
}

/** YAML files below a folder, by path. */
function yamlFiles(root: string, folder: string): readonly string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => path.join(folder, file));
}

/** One sum over every pattern file's path and content: which law a report was made with. */
export function hashPackFolder(root: string): string {
  const hash = createHash('sha256');
  for (const file of yamlFiles(root, '.')) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
