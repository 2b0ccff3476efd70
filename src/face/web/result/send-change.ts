import type { Report } from '../../../report/report-schema.ts';

/** Sends one answer and gives the report that follows from it, or nothing when it wasn't taken. */
export async function sendAnswers(
  letter: string,
  change: Readonly<Record<string, unknown>>,
): Promise<Report | undefined> {
  const response = await fetch(`/v1/letters/${letter}/answers`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
  }).catch(() => undefined);
  if (response?.ok !== true) return undefined;
  const report: Report = await response.json();
  return report;
}

/** Keeps which documents are ticked. */
export async function sendGathered(letter: string, documents: readonly string[]): Promise<boolean> {
  const body = new URLSearchParams(documents.map((document) => ['document', document]));
  const response = await fetch(`/letters/${letter}/gathered`, { method: 'POST', body }).catch(() => undefined);
  return response?.ok === true;
}
