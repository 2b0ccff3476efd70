import type { Request, Response } from 'express';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import type { Report } from '../../report/report-schema.ts';
import { sandboxed } from './security-headers.ts';

export type ReportAnswer = {
  readonly request: Request;
  readonly response: Response;
  readonly report: Report;
  /** The ending of the address; without it the Accept header decides. */
  readonly form?: string;
};

function languageOf({ request, report }: ReportAnswer): 'en' | 'fr' {
  const asked = request.query['lang'] ?? report.letter.language;
  return asked === 'fr' ? 'fr' : 'en';
}

/** The form that the reader prefers; JSON when nothing else is asked for, or nothing that we have. */
function acceptedForm(tools: Tools, request: Request): string {
  const forms = Object.entries(tools.forms);
  const best = request.accepts(['application/json', ...forms.map(([, { mediaType }]) => mediaType)]);
  return forms.find(([, { mediaType }]) => mediaType === best)?.[0] ?? 'json';
}

/** Sends a report as it was asked for. Throws not-found for a form that there isn't. */
export async function sendReport(tools: Tools, answer: ReportAnswer): Promise<void> {
  const { request, response, report } = answer;
  const ending = answer.form ?? acceptedForm(tools, request);
  response.vary('Accept');
  if (ending === 'json') {
    response.json(report);
    return;
  }
  const form = Object.hasOwn(tools.forms, ending) ? tools.forms[ending] : undefined;
  if (form === undefined) {
    const known = ['json', ...Object.keys(tools.forms)].join(', ');
    throw new Failure('not-found', `Reports don't come in this form. There are: ${known}.`);
  }
  const body = await form.render(report, languageOf(answer));
  response.setHeader('Content-Security-Policy', sandboxed);
  if (!form.mediaType.startsWith('text/')) response.attachment(`report.${ending}`);
  response.type(form.mediaType).send(typeof body === 'string' ? body : Buffer.from(body));
}
