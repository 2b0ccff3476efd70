import type { Document } from '../../src/model/document.ts';
import type { Report } from '../../src/report/report-schema.ts';

type Evidence = Report['grounds'][number]['sightings'][number]['evidence'];

/**
 * Quotes of a report that do not stand at their boxes. On a text layer the words whose middle lies in a box are just the
 * quote; on a crooked scan a box around a line may hold words of its neighbours too, but none of the quote's may miss.
 */
export function misplacedQuotes(document: Document, report: Report): readonly string[] {
  return evidenceOf(report)
    .filter((evidence) => !standsThere(document, evidence))
    .map((evidence) => `${evidence.quote} <> ${wordsAt(document, evidence)}`);
}

function standsThere(document: Document, evidence: Evidence): boolean {
  const there = wordsAt(document, evidence);
  const pages = new Set(evidence.places.map(({ page }) => page));
  if (!document.pages.some((page) => pages.has(page.number) && page.origin === 'ocr')) return there === evidence.quote;
  const words = new Set(there.split(' '));
  return evidence.quote.split(' ').every((word) => words.has(word));
}

function evidenceOf(report: Report): readonly Evidence[] {
  const { letter } = report;
  const facts = [letter.issued, letter.reference, letter.clientId, letter.office].flatMap((fact) => fact ?? []);
  return [
    ...report.grounds.flatMap((ground) => ground.sightings.map((sighting) => sighting.evidence)),
    ...report.dismissed.map((each) => each.evidence),
    ...report.unrecognised.map((each) => each.evidence),
    ...facts.map((fact) => fact.evidence),
  ];
}

function wordsAt(document: Document, evidence: Evidence): string {
  return evidence.places
    .flatMap(({ page, box }) => {
      const words = document.pages.find((each) => each.number === page)?.lines.flatMap((line) => line.words) ?? [];
      return words.filter((word) => {
        const x = (word.box.left + word.box.right) / 2;
        const y = (word.box.top + word.box.bottom) / 2;
        return x >= box.left - 0.1 && x <= box.right + 0.1 && y >= box.top - 0.1 && y <= box.bottom + 0.1;
      });
    })
    .map((word) => word.text)
    .join(' ');
}
