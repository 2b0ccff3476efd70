import type { Localized } from '../../model/locale.ts';
import type { Report } from '../report-schema.ts';

export type Exhibit = {
  readonly number: number;
  readonly document: string;
  readonly name: Localized;
  readonly reasons: readonly number[];
};

/** The submission letter itself is no exhibit of itself. */
const ownLetter = 'letter-of-explanation';

/**
 * The documents that answer the reasons, each once and numbered: in the checklist's order, then those that only a
 * remedy names. Documents for reasons that must not be answered without a representative are left out.
 */
export function listExhibits(report: Report): readonly Exhibit[] {
  const answered = report.grounds.filter((ground) => ground.stop === undefined);
  const remedies = answered.flatMap(({ ground }) =>
    report.remedies.filter((remedy) => remedy.ground === ground && remedy.held === undefined),
  );
  const names = new Map(
    remedies.flatMap((remedy) =>
      remedy.documents.filter(({ id }) => id !== ownLetter).map(({ id, name }) => [id, name] as const),
    ),
  );
  const listed = report.checklist.map((item) => item.document).filter((id) => names.has(id));
  const order = [...new Set([...listed, ...names.keys()])];
  return order.map((document, index) => {
    const of = remedies
      .filter((remedy) => remedy.documents.some(({ id }) => id === document))
      .map((remedy) => remedy.ground);
    const reasons = report.grounds.flatMap(({ ground }, at) => (of.includes(ground) ? [at + 1] : []));
    return { number: index + 1, document, name: names.get(document) ?? { en: document, fr: document }, reasons };
  });
}
