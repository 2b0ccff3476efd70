import type { Request, Response } from 'express';
import { z } from 'zod';
import { acceptLetter } from '../../job/accept-letter.ts';
import { mergeAnswers } from '../../job/answers.ts';
import { cleanName } from '../../job/clean-name.ts';
import { compareLetters } from '../../job/compare-letters.ts';
import { deleteLetter } from '../../job/delete-letter.ts';
import { drawLetterPage } from '../../job/draw-letter-page.ts';
import { findLetter } from '../../job/find-letter.ts';
import { getOriginal, pictureDpis } from '../../job/letter-files.ts';
import { placeInFile } from '../../job/letters-in-file.ts';
import { oneLetter } from '../../job/one-letter.ts';
import { answerLetter, reportOfLetter } from '../../job/report-of-letter.ts';
import { holdLetter } from '../../job/retention/hold-letter.ts';
import { readReview, reviewLetter, reviewOfLetter } from '../../job/review-letter.ts';
import type { Tools } from '../../job/tools.ts';
import { waitForLetter } from '../../job/wait-for-letter.ts';
import { Failure } from '../../model/failure.ts';
import type { letterOperations } from './letter-operations.ts';
import { letterView } from './letter-view.ts';
import type { Handler } from './operation.ts';
import { ownerOf } from './owner.ts';
import { type ReceiveUpload, readAll } from './receive-upload.ts';
import { sandboxed } from './security-headers.ts';
import { sendReport } from './send-report.ts';

const mostWaitSeconds = 60;

/** Seconds of `Prefer: wait=N`, 0 without it. */
function waitSecondsOf(request: Request): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})/.exec(request.get('prefer') ?? '')?.[1];
  return Math.min(Number(seconds ?? 0), mostWaitSeconds);
}

function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined) return undefined;
  if (/^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new Failure('request-invalid', 'The Idempotency-Key is not good. Use 1 to 128 visible ASCII characters.');
}

const idOf = (request: Request): string => String(request.params['id']);

async function postLetter(tools: Tools, receive: ReceiveUpload, request: Request, response: Response): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const idempotencyKey = idempotencyKeyOf(request);
  const { files, fields } = await receive(request, response, readAll);
  const { text, ...answers } = fields;
  const { letter, duplicate } = await acceptLetter(tools, {
    owner: ownerOf(response),
    source: oneLetter(files, text),
    answers: mergeAnswers({}, answers),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });
  const seconds = waitSecondsOf(request);
  const now = await waitForLetter(tools, letter, seconds, gone.signal);
  const duplicateOf = duplicate ? letter.id : undefined;
  const { links, ...state } = letterView(now, duplicateOf);
  response.location(links.self);
  if (seconds > 0) response.setHeader('Preference-Applied', `wait=${seconds}`);
  if (seconds > 0 && (now.state === 'done' || now.state === 'failed')) {
    const report = await reportOfLetter(tools, now.owner, now.id);
    response.json({ ...report, id: now.id, ...(duplicateOf === undefined ? {} : { duplicateOf }) });
    return;
  }
  response.status(now.state === 'done' ? 200 : 202).json({ ...state, links });
}

async function patchAnswers(tools: Tools, request: Request, response: Response): Promise<void> {
  const change = z.record(z.string(), z.unknown()).safeParse(request.body);
  if (!change.success)
    throw new Failure('request-invalid', 'The answers must be a JSON object. See /docs for their names.');
  const merged = answerLetter(tools, ownerOf(response), idOf(request), (before) => mergeAnswers(before, change.data));
  response.json(await merged);
}

const dpiSchema = z.coerce.number().pipe(z.literal(pictureDpis));

async function getPage(tools: Tools, request: Request, response: Response): Promise<void> {
  const dpi = dpiSchema.safeParse(request.query['dpi'] ?? 144);
  const page = z.coerce.number().int().safeParse(request.params['n']);
  if (!dpi.success)
    throw new Failure('request-invalid', 'Pages are drawn at 72, 144 or 216 dpi. Ask for one of these.');
  if (!page.success) throw new Failure('not-found', 'Pages are numbered from 1.');
  const picture = await drawLetterPage(tools, ownerOf(response), idOf(request), { page: page.data, dpi: dpi.data });
  response.type('image/png').send(Buffer.from(picture));
}

/** An attachment under a name that can't break the header, and never shown as a page. */
function sendAttachment(response: Response, name: string, bytes: Uint8Array): void {
  response.setHeader('Content-Security-Policy', sandboxed);
  response.attachment(cleanName(name));
  response.type('application/octet-stream').send(Buffer.from(bytes));
}

/** What each call about letters does. */
export function letterHandlers(tools: Tools, receive: ReceiveUpload): Record<keyof typeof letterOperations, Handler> {
  return {
    postLetter: (request, response) => postLetter(tools, receive, request, response),
    getLetter: async (request, response) => {
      const letter = await findLetter(tools, ownerOf(response), idOf(request));
      response.json(letterView(letter, letter.duplicateOf, await placeInFile(tools, letter)));
    },
    getReport: async (request, response) => {
      const report = await reportOfLetter(tools, ownerOf(response), idOf(request));
      await sendReport(tools, { request, response, report });
    },
    getReportForm: async (request, response) => {
      const form = String(request.params['form']);
      const report = await reportOfLetter(tools, ownerOf(response), idOf(request));
      await sendReport(tools, { request, response, report, form });
    },
    patchAnswers: (request, response) => patchAnswers(tools, request, response),
    getReview: async (request, response) => {
      response.json(await reviewOfLetter(tools, ownerOf(response), idOf(request)));
    },
    putReview: async (request, response) => {
      response.json(await reviewLetter(tools, ownerOf(response), idOf(request), readReview(request.body)));
    },
    getComparison: async (request, response) => {
      const given = request.query['with'];
      const other = typeof given === 'string' ? given : '';
      response.json(await compareLetters(tools, ownerOf(response), idOf(request), other));
    },
    getPage: (request, response) => getPage(tools, request, response),
    getOriginal: async (request, response) => {
      const letter = await findLetter(tools, ownerOf(response), idOf(request));
      const { name, bytes } = await getOriginal(tools.files, letter);
      sendAttachment(response, name, bytes);
    },
    putHold: async (request, response) => {
      response.json(letterView(await holdLetter(tools, ownerOf(response), idOf(request), true)));
    },
    deleteHold: async (request, response) => {
      response.json(letterView(await holdLetter(tools, ownerOf(response), idOf(request), false)));
    },
    deleteLetter: async (request, response) => {
      await deleteLetter(tools, ownerOf(response), idOf(request));
      response.status(204).end();
    },
  };
}
