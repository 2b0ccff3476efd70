import { z } from 'zod';
import type { Answers } from '../model/advice.ts';
import { Failure } from '../model/failure.ts';
import { answerNameOf } from './answer-name.ts';

const day = z.iso.date('write the day as YYYY-MM-DD');
const yesNo = z.preprocess(
  (value) => (value === 'yes' || value === 'true' ? true : value === 'no' || value === 'false' ? false : value),
  z.boolean('write yes or no'),
);
/** `inside` may also be written as `in-…` with the country's name, and so may `outside`. */
const side = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/^(in|out)(side)?(-.*)?$/, '$1side') : value),
  z.enum(['inside', 'outside']),
);
const documentIds = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== '')
      : value,
  z.array(z.string().max(80)).max(200),
);

/** What a person can tell us. Every answer may be left out; `null` or an empty text takes one back. */
export const answersSchema = z.strictObject({
  notified: day.exactOptional(),
  decided: side.exactOptional(),
  whereabouts: side.exactOptional(),
  statusExpires: day.exactOptional(),
  appliedBeforeExpiry: yesNo.exactOptional(),
  workedOrStudiedSince: yesNo.exactOptional(),
  removalOrder: yesNo.exactOptional(),
  breachEnded: day.exactOptional(),
  minor: yesNo.exactOptional(),
  issued: day.exactOptional(),
  submitted: documentIds.exactOptional(),
});

/**
 * The answers after `change`, whose names are those of answers or of questions. Throws request-invalid that names the
 * first thing wrong.
 */
export function mergeAnswers(before: Answers, change: Readonly<Record<string, unknown>>): Answers {
  const merged: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(change)) {
    const answer = answerNameOf(name);
    if (value === null || value === '' || value === 'unknown') delete merged[answer];
    else merged[answer] = value;
  }
  const result = answersSchema.safeParse(merged);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new Failure(
    'request-invalid',
    `An answer can't be read${where === '' ? '' : ` (${where})`}: ${issue?.message ?? 'unknown'}. Correct it and send it again.`,
  );
}
