import type { FailureCode } from '../../../model/failure.ts';
import type { PageData } from '../view/page-data.ts';
import type { Speech, TextName } from './translate.ts';

/** How each failure reads on a page, and the status the page is sent with. */
const kinds = {
  'request-invalid': { text: 'problem_requestInvalid', status: 400 },
  unauthorized: { text: 'problem_unauthorized', status: 401 },
  forbidden: { text: 'problem_forbidden', status: 403 },
  'not-found': { text: 'problem_notFound', status: 404 },
  'not-done': { text: 'problem_notDone', status: 409 },
  'file-too-large': { text: 'problem_fileTooLarge', status: 413 },
  'file-type-unsupported': { text: 'problem_fileTypeUnsupported', status: 415 },
  'file-unreadable': { text: 'problem_fileUnreadable', status: 422 },
  'file-encrypted': { text: 'problem_fileEncrypted', status: 422 },
  'too-many-pages': { text: 'problem_tooManyPages', status: 422 },
  'timed-out': { text: 'problem_timedOut', status: 422 },
  'too-many-requests': { text: 'problem_tooManyRequests', status: 429 },
  busy: { text: 'problem_busy', status: 503 },
  internal: { text: 'problem_internal', status: 500 },
} as const satisfies Record<FailureCode, { readonly text: TextName; readonly status: number }>;

/** What is wrong and what to do, for the person at the page. */
export const problemText = (speech: Speech, code: FailureCode, { megabytes }: Pick<PageData, 'megabytes'>): string =>
  speech.t(kinds[code].text, { megabytes });

/** Whether the problem of a letter that ended is only that somebody stopped its reading: it is not done, and yet over. */
export const wasStopped = (problem: FailureCode | undefined): boolean => problem === 'not-done';

/** Why a letter was not read. */
export const failedText = (speech: Speech, code: FailureCode, settings: Pick<PageData, 'megabytes'>): string =>
  wasStopped(code) ? speech.t('letterStopped') : problemText(speech, code, settings);

/** A code from an answer of the API; anything else is an error of ours. */
export const failureCodeOf = (code: unknown): FailureCode =>
  typeof code === 'string' && isFailureCode(code) ? code : 'internal';

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(kinds, code);

export const problemStatus = (code: FailureCode): number => kinds[code].status;
