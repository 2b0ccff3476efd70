import type { Localized } from '../model/locale.ts';
import type { Report } from './report-schema.ts';

type Ground = Report['grounds'][number];
type Side = {
  readonly strength: Ground['strength'];
  readonly quotes: readonly { readonly quote: string; readonly page: number }[];
};

export type ComparedLetter = {
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly title: Localized;
  readonly application: string;
  readonly language: string;
  readonly issued?: string;
  readonly reference?: string;
};

/** What makes the comparison doubtful. `people`: the letters name different client numbers. `order`: the old one is the newer. */
export type ComparisonDoubt = 'people' | 'application' | 'order' | 'same-letter' | 'not-refusals' | 'unknown-reasons';

export type ComparedGround = {
  readonly ground: string;
  readonly title: Localized;
  readonly older?: Side;
  readonly newer?: Side;
};

/** What came of the reasons of an earlier refusal in a later one. `cured` means no more than: not raised again. */
export type Comparison = {
  readonly format: 1;
  readonly older: ComparedLetter;
  readonly newer: ComparedLetter;
  readonly repeated: readonly ComparedGround[];
  readonly cured: readonly ComparedGround[];
  readonly new: readonly ComparedGround[];
  /** Reasons that no pattern knows, by letter: they can't be matched up. */
  readonly unrecognised: { readonly older: readonly string[]; readonly newer: readonly string[] };
  readonly doubts: readonly ComparisonDoubt[];
};

/** Compares two refusals of one person, ground by ground. */
export function compareReports(older: Report, newer: Report): Comparison {
  const before = new Map(older.grounds.map((ground) => [ground.ground, ground]));
  const after = new Map(newer.grounds.map((ground) => [ground.ground, ground]));
  return {
    format: 1,
    older: letterOf(older),
    newer: letterOf(newer),
    repeated: newer.grounds.flatMap((ground) => {
      const earlier = before.get(ground.ground);
      return earlier === undefined
        ? []
        : [{ ground: ground.ground, title: ground.title, older: sideOf(earlier), newer: sideOf(ground) }];
    }),
    cured: older.grounds
      .filter(({ ground }) => !after.has(ground))
      .map((ground) => ({ ground: ground.ground, title: ground.title, older: sideOf(ground) })),
    new: newer.grounds
      .filter(({ ground }) => !before.has(ground))
      .map((ground) => ({ ground: ground.ground, title: ground.title, newer: sideOf(ground) })),
    unrecognised: {
      older: older.unrecognised.map(({ evidence }) => evidence.quote),
      newer: newer.unrecognised.map(({ evidence }) => evidence.quote),
    },
    doubts: doubtsOf(older, newer),
  };
}

function letterOf({ document, letter }: Report): ComparedLetter {
  const { kind, title, application, language, issued, reference } = letter;
  return {
    name: document.name,
    sha256: document.sha256,
    kind,
    title,
    application,
    language,
    ...(issued === undefined ? {} : { issued: issued.value }),
    ...(reference === undefined ? {} : { reference: reference.value }),
  };
}

function sideOf(ground: Ground): Side {
  const seen = new Set<string>();
  const quotes = ground.sightings.flatMap(({ evidence }) => {
    if (seen.has(evidence.quote)) return [];
    seen.add(evidence.quote);
    return [{ quote: evidence.quote, page: evidence.places[0]?.page ?? 1 }];
  });
  return { strength: ground.strength, quotes };
}

function doubtsOf(older: Report, newer: Report): readonly ComparisonDoubt[] {
  const digits = (report: Report) => report.letter.clientId?.value.replace(/\D/g, '');
  const [first, second] = [digits(older), digits(newer)];
  const [before, after] = [older.letter.issued?.value, newer.letter.issued?.value];
  const checks: readonly (readonly [ComparisonDoubt, boolean])[] = [
    ['people', first !== undefined && second !== undefined && first !== second],
    ['same-letter', older.document.sha256 === newer.document.sha256],
    ['order', before !== undefined && after !== undefined && before > after],
    ['application', older.letter.application !== newer.letter.application],
    ['not-refusals', [older, newer].some(({ letter }) => letter.outcome !== 'refused' && letter.readAs === 'letter')],
    ['unknown-reasons', older.unrecognised.length + newer.unrecognised.length > 0],
  ];
  return checks.filter(([, holds]) => holds).map(([doubt]) => doubt);
}
