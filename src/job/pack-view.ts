import type { Localized } from '../model/locale.ts';
import type { Ground } from '../pack/ground-schema.ts';
import { lawRefOf } from '../pack/law-ref.ts';
import type { CountrySources, PackSources } from '../pack/pack-sources.ts';

type LawView = { readonly id: string; readonly title: Localized; readonly url: Localized };

export type GroundView = {
  readonly id: string;
  readonly status: string;
  readonly class: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly applications: readonly string[];
  readonly law: readonly LawView[];
  /** How letters word it, by language: full sentences first. */
  readonly wordings: Readonly<Record<string, readonly string[]>>;
  /** Sentences that are read as this ground, by language. */
  readonly examples: readonly { readonly language: string; readonly text: string }[];
  readonly remedies: readonly {
    readonly show: Localized;
    readonly documents: readonly { readonly id: string; readonly required: boolean; readonly why: Localized }[];
    readonly mistakes: readonly Localized[];
  }[];
  readonly routes: readonly string[];
  readonly stop?: string | undefined;
  readonly sources: readonly string[];
  readonly added: string;
};

export type DocumentView = {
  readonly id: string;
  readonly name: Localized;
  readonly how: Localized;
  readonly shows: Localized;
  readonly validity?: Localized | undefined;
  readonly alternative?: Localized | undefined;
  readonly mistakes: readonly Localized[];
};

export type RouteView = {
  readonly id: string;
  readonly title: Localized;
  readonly law: readonly string[];
  readonly link?: Localized | undefined;
};

/** A pack as people may read it: what the program knows of one country. */
export type PackView = {
  readonly country: string;
  readonly name: Localized;
  readonly sha256: string;
  readonly grounds: readonly GroundView[];
  readonly documents: readonly DocumentView[];
  readonly routes: readonly RouteView[];
  readonly laws: readonly LawView[];
  /** What each kind of letter is called. */
  readonly kinds: readonly { readonly id: string; readonly title: Localized }[];
};

/** A ground as people may read it. Retired ones stay: old reports name them. */
function groundView(country: CountrySources, ground: Ground): GroundView {
  const { id, status, title, summary, applications, remedies, routes, stop, sources, added } = ground;
  return {
    id,
    status,
    class: ground.class,
    title,
    summary,
    applications,
    law: ground.law.map(({ ref }) => lawRefOf(country.laws, ref)),
    wordings: Object.fromEntries(
      Object.entries(ground.match).map(([language, match]) => [language, [...match.wordings, ...match.phrases]]),
    ),
    examples: ground.examples
      .filter(({ expect }) => expect === 'match')
      .map(({ language, text }) => ({ language, text })),
    remedies,
    routes: routes.map((route) => `${country.id}.${route}`),
    ...(stop === undefined ? {} : { stop }),
    sources,
    added,
  };
}

/** All packs as people may read them, with their addresses and cross-references worked out. */
export function packViews(packs: PackSources): readonly PackView[] {
  return packs.countries.map((country) => ({
    country: country.id,
    name: country.pack.name,
    sha256: packs.sha256,
    grounds: country.grounds.map((ground) => groundView(country, ground)),
    documents: country.documents.documents.map(({ id, name, how, shows, validity, alternative, mistakes }) => ({
      id,
      name,
      how,
      shows,
      ...(validity === undefined ? {} : { validity }),
      ...(alternative === undefined ? {} : { alternative }),
      mistakes,
    })),
    routes: country.routes.routes.map(({ id, title, law, link }) => ({
      id: `${country.id}.${id}`,
      title,
      law,
      ...(link === undefined ? {} : { link }),
    })),
    kinds: country.letters.letters.map(({ id, title }) => ({ id, title })),
    laws: country.laws.provisions.map(({ id }) => lawRefOf(country.laws, id)),
  }));
}
