import type { LabelledCase, Labels } from './labelled-case.ts';

/** How one case went: labels found and missed, grounds reported wrongly, and which of those were set as traps. */
export type CaseScore = {
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly traps: readonly string[];
};

/** Reported in every refusal or a consequence: neither right nor wrong. */
const ignored = new Set(['requirements-not-met-generic', 'no-tr-status']);

/** Scores the grounds reported for one case. `reported` are ground names without their country. */
export function scoreCase(labelled: LabelledCase, reported: readonly string[], labels: Labels): CaseScore {
  const wanted = new Set(labelled.grounds);
  const found = new Set<string>();
  const wrong = new Set<string>();
  for (const name of reported) {
    if (ignored.has(name)) continue;
    const own = labelsOf(name, labels);
    const hits = own.filter((label) => wanted.has(label));
    for (const hit of hits) found.add(hit);
    if (hits.length === 0 && !own.some((label) => labelled.neutral.includes(label))) wrong.add(name);
  }
  const traps = [...wrong].filter((name) =>
    labelsOf(name, labels).some((label) => labelled.not_grounds.includes(label)),
  );
  return { found: [...found], missed: labelled.grounds.filter((label) => !found.has(label)), wrong: [...wrong], traps };
}

/** Every label that a ground's name satisfies. */
export function labelsOf(name: string, labels: Labels): readonly string[] {
  const coarse = Object.entries(labels).filter(([, names]) => names.includes(name));
  return [name, ...coarse.map(([label]) => label)];
}

export type Tally = {
  readonly cases: number;
  readonly found: number;
  readonly wrong: number;
  readonly missed: number;
  readonly traps: number;
};

export function addScores(scores: readonly CaseScore[]): Tally {
  const sum = (count: (score: CaseScore) => number) => scores.reduce((total, score) => total + count(score), 0);
  return {
    cases: scores.length,
    found: sum((score) => score.found.length),
    wrong: sum((score) => score.wrong.length),
    missed: sum((score) => score.missed.length),
    traps: sum((score) => score.traps.length),
  };
}

/** Precision, recall and F1 in percent. */
export function ratesOf(tally: Tally): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const precision = tally.found / (tally.found + tally.wrong || 1);
  const recall = tally.found / (tally.found + tally.missed || 1);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: precision * 100, recall: recall * 100, f1: f1 * 100 };
}
