import path from 'node:path';
import type { Ground } from './ground-schema.ts';
import { findProvision } from './law-ref.ts';
import type { CountryFolder, PackFolder } from './read-pack-folder.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

type Report = (path: readonly PropertyKey[], message: string) => void;

/** What the schema of one file can't see: names that must exist elsewhere, ids used twice, sources, languages. */
export function checkLinks(folder: PackFolder): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const languages = folder.languages.map((file) => file.value.id);
  for (const country of folder.countries) {
    const seen = new Map<string, string>();
    for (const file of country.grounds) {
      const report: Report = (at, message) => problems.push({ file: file.file, ...file.locate(at), message });
      checkNames(file, country, seen, report);
      checkReferences(file.value, country, report);
      checkSources(file.value, country, report);
      checkLanguages(file.value, languages, report);
    }
  }
  return problems;
}

function checkNames(file: YamlFile<Ground>, country: CountryFolder, seen: Map<string, string>, report: Report): void {
  const { id } = file.value;
  const expected = `${country.id}.${path.basename(file.file, '.yaml')}`;
  if (id !== expected) report(['id'], `the id is "${id}", but the file's name makes it "${expected}": make them agree`);
  const before = seen.get(id);
  if (before !== undefined) report(['id'], `"${id}" is already the id of ${before}; ids are never used twice`);
  seen.set(id, file.file);
}

function checkReferences(ground: Ground, country: CountryFolder, report: Report): void {
  const { laws, documents, routes, kinds } = country;
  const check = (known: ReadonlySet<string> | undefined, file: string, at: readonly PropertyKey[], id: string) => {
    if (known !== undefined && !known.has(id)) report(at, `"${id}" is not in ${file}: add it there or use another`);
  };
  const idsOf = (list: readonly { readonly id: string }[] | undefined) => list && new Set(list.map((each) => each.id));
  const documentIds = idsOf(documents?.value.documents);
  const routeIds = idsOf(routes?.value.routes);
  const applications = kinds && new Set(['any', ...kinds.value.applications.map((each) => each.id)]);
  const groundIds = new Set(country.grounds.map((each) => each.value.id));
  for (const [at, { ref }] of ground.law.entries()) {
    if (laws && findProvision(laws.value, ref) === undefined)
      report(['law', at, 'ref'], `"${ref}" is not in laws.yaml: add it there`);
  }
  for (const [at, remedy] of ground.remedies.entries()) {
    for (const [number, { id }] of remedy.documents.entries()) {
      check(documentIds, 'documents.yaml', ['remedies', at, 'documents', number, 'id'], id);
    }
  }
  for (const [at, id] of ground.routes.entries()) check(routeIds, 'routes.yaml', ['routes', at], id);
  for (const [at, id] of ground.applications.entries()) check(applications, 'kinds.yaml', ['applications', at], id);
  for (const [at, id] of ground.overlaps.entries()) check(groundIds, 'grounds/', ['overlaps', at], id);
  if (ground.remedies.length === 0 && ground.noRemedy === undefined && ground.class !== 'consequence') {
    report(['remedies'], 'say which documents answer it, or say in "noRemedy" why none can');
  }
}

function checkSources(ground: Ground, country: CountryFolder, report: Report): void {
  const hosts = country.pack?.value.officialHosts ?? [];
  if (hosts.length === 0) return;
  for (const [at, source] of ground.sources.entries()) {
    const host = URL.canParse(source) ? new URL(source).hostname : '';
    if (!hosts.some((official) => host === official || host.endsWith(`.${official}`))) {
      report(['sources', at], `"${source}" is not on one of the official hosts of pack.yaml (${hosts.join(', ')})`);
    }
  }
}

function checkLanguages(ground: Ground, languages: readonly string[], report: Report): void {
  if (ground.status === 'retired') return;
  for (const language of languages) {
    if (ground.match[language] === undefined)
      report(['match'], `there is no "${language}" under match: write how letters say it`);
    for (const expect of ['match', 'no-match'] as const) {
      const found = ground.examples.some((example) => example.language === language && example.expect === expect);
      if (!found) report(['examples'], `a "${expect}" example in "${language}" is missing`);
    }
  }
}
