import type { Response } from 'express';
import type { Failure, FailureCode } from '../../model/failure.ts';

type ProblemKind = { readonly status: number; readonly title: string; readonly whatToDo: string };

/** How each failure looks from outside. A new code without a row here doesn't compile. */
export const problemKinds = {
  'request-invalid': {
    status: 400,
    title: 'The request is not right',
    whatToDo: 'Correct what the detail names and send it again. /docs describes every call.',
  },
  unauthorized: {
    status: 401,
    title: 'A key is needed',
    whatToDo: 'Send a valid key in the header Authorization: Bearer <key>.',
  },
  forbidden: {
    status: 403,
    title: 'This is not allowed here',
    whatToDo: 'Use a key that allows this call, or make the call from the service’s own page.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    whatToDo: 'Check the address. What was deleted can be uploaded again.',
  },
  'not-done': {
    status: 409,
    title: 'Not done yet',
    whatToDo: 'With Retry-After, ask again after its seconds. Without it nobody reads the letter: retry its batch.',
  },
  'file-too-large': {
    status: 413,
    title: 'The file is too large',
    whatToDo: 'Send a smaller file: fewer pages, or pictures of lower resolution.',
  },
  'file-type-unsupported': {
    status: 415,
    title: 'This kind of file can’t be read',
    whatToDo: 'Send a PDF, a JPEG or PNG picture, or plain text.',
  },
  'file-unreadable': {
    status: 422,
    title: 'The file can’t be read',
    whatToDo: 'Save or scan the letter again and send the new file.',
  },
  'file-encrypted': {
    status: 422,
    title: 'The file is locked with a password',
    whatToDo: 'Open it with its password, print it to a new PDF and send that one.',
  },
  'too-many-pages': {
    status: 422,
    title: 'The file has too many pages',
    whatToDo: 'Send only the pages of the letter.',
  },
  'timed-out': {
    status: 422,
    title: 'Reading took too long',
    whatToDo: 'Send fewer pages at a time, or a simpler file.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests at once',
    whatToDo: 'Wait the seconds that Retry-After names, then send it again.',
  },
  busy: {
    status: 503,
    title: 'Busy at the moment',
    whatToDo: 'Nothing was kept. Wait the seconds that Retry-After names, then send it again.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    whatToDo: 'Try again. If it stays, report the request id.',
  },
} as const satisfies Record<FailureCode, ProblemKind>;

/** Seconds to wait when the failure itself doesn't say. */
const retryAfter: Partial<Record<FailureCode, number>> = { 'too-many-requests': 1, busy: 5 };

type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: FailureCode;
  readonly whatToDo: string;
  readonly requestId: string;
};

function problemOf(failure: Failure, requestId: string): Problem {
  const kind = problemKinds[failure.code];
  const detail = failure.code === 'internal' ? kind.title : failure.message;
  return { type: `/problems/${failure.code}`, ...kind, detail, code: failure.code, requestId };
}

/** Answers with RFC 9457 problem details. */
export function sendProblem(response: Response, failure: Failure): void {
  const problem = problemOf(failure, String(response.getHeader('X-Request-Id') ?? ''));
  const seconds = failure.facts['retryAfter'] ?? retryAfter[failure.code];
  if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
  if (failure.code === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
