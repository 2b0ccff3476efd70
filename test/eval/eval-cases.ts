import type { Analyze } from '../../src/analyze.ts';
import { type LabelledCase, type Labels, readCases } from './labelled-case.ts';
import { type CaseScore, labelsOf, scoreCase } from './score-case.ts';
import { scoreRow } from './score-row.ts';
import { textDocument } from './text-document.ts';

const options = { answers: {}, today: '2026-11-25', made: { at: '', analyzer: 'eval' } };

/** Precision, recall and F1 of one file of labelled cases, by form, language and shape. `tell` prints each wrong case. */
export function evalCases(file: string, analyze: Analyze, labels: Labels, tell: boolean): readonly string[] {
  const groups = new Map<string, CaseScore[]>();
  const all: CaseScore[] = [];
  const near: string[] = [];
  const lines: string[] = [];
  for (const labelled of readCases(`fixtures/cases/${file}.jsonl`).filter((each) => each.country === 'CA')) {
    const report = analyze(textDocument(`${labelled.id}.txt`, labelled.text), options);
    const reported = report.grounds.filter((ground) => ground.strength !== 'possible');
    const score = scoreCase(
      labelled,
      reported.map((ground) => ground.ground.replace(/^[a-z]+\./, '')),
      labels,
    );
    all.push(score);
    near.push(...nearestOf(report, score.missed, labels));
    for (const group of [`form ${labelled.form}`, `language ${labelled.lang}`, `shape ${labelled.shape}`]) {
      groups.set(group, [...(groups.get(group) ?? []), score]);
    }
    if (tell && score.missed.length + score.wrong.length > 0) lines.push(...tellCase(labelled, score, report));
  }
  const rows = [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, scores]) => scoreRow(`  ${name}`, scores));
  const missed = all.flatMap((score) => score.missed).length;
  const suggested = `  missed ${missed}, of them named beside a sentence that no ground explains ${near.length}`;
  return [
    ...lines,
    file,
    ...rows,
    scoreRow('  TOTAL', all),
    suggested,
    ...commonest('wrong', all),
    ...commonest('missed', all),
  ];
}

/** Missed labels whose ground stands among the nearest of an unrecognised sentence. */
function nearestOf(report: ReturnType<Analyze>, missed: readonly string[], labels: Labels): readonly string[] {
  const nearest = report.unrecognised.flatMap((each) => each.nearest).map((id) => id.replace(/^[a-z]+\./, ''));
  const named = new Set(nearest.flatMap((name) => labelsOf(name, labels)));
  return missed.filter((label) => named.has(label));
}

/** Which grounds are reported wrongly, or labels missed, most often: names and counts, no sentences. */
function commonest(what: 'wrong' | 'missed', scores: readonly CaseScore[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of scores.flatMap((score) => score[what])) counts.set(name, (counts.get(name) ?? 0) + 1);
  const named = [...counts].sort(([, one], [, other]) => other - one).slice(0, 12);
  return named.length === 0
    ? []
    : [`  most often ${what}: ${named.map(([name, count]) => `${name} ${count}`).join(', ')}`];
}

function tellCase(labelled: LabelledCase, score: CaseScore, report: ReturnType<Analyze>): readonly string[] {
  const { letter } = report;
  const wrong = report.grounds
    .filter((ground) => score.wrong.some((name) => ground.ground.endsWith(`.${name}`)))
    .map(
      (ground) => `${ground.ground} by "${ground.sightings[0]?.pattern}" in "${ground.sightings[0]?.evidence.quote}"`,
    );
  return [
    `${labelled.id} [${labelled.form}] missed ${score.missed.join(' ') || '-'} | wrong ${wrong.join(' ; ') || '-'}`,
    `    kind ${letter.kind} outcome ${letter.outcome} readAs ${letter.readAs} lang ${letter.language} country ${letter.country}`,
    ...report.dismissed.map(
      (aside) =>
        `    aside ${aside.ground} [${aside.zone}] "${aside.evidence.quote.slice(0, 90)}": ${aside.because.en}`,
    ),
    `    ${labelled.text.replace(/\n/g, ' / ').slice(0, 1500)}`,
  ];
}
