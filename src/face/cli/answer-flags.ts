import { type Command, InvalidArgumentError } from 'commander';
import type { Answers } from '../../model/advice.ts';
import { Failure } from '../../model/failure.ts';

/** What the person can tell on the command line. Absent: not told. */
export type AnswerFlags = {
  readonly notified?: string;
  readonly issued?: string;
  readonly decidedInside?: boolean;
  readonly decidedOutside?: boolean;
  readonly inCanada?: boolean;
  readonly outsideCanada?: boolean;
  readonly statusExpires?: string;
  readonly appliedBeforeExpiry?: boolean;
  readonly workedSince?: boolean;
  readonly breachEnded?: string;
  readonly removalOrder?: boolean;
  readonly minor?: boolean;
  readonly submitted?: readonly string[];
};

/** Adds one flag for each thing that the person can tell. */
export function addAnswerOptions(command: Command): Command {
  return command
    .option('--notified <date>', 'the day you were told of the decision', asDay)
    .option('--issued <date>', 'the date on the letter, where it can be read two ways', asDay)
    .option('--decided-inside', 'the decision was made in the country')
    .option('--decided-outside', 'the decision was made abroad')
    .option('--in-canada', 'the person is in the country')
    .option('--outside-canada', 'the person is abroad')
    .option('--status-expires <date>', 'the day the status ends or ended', asDay)
    .option('--applied-before-expiry <yes|no>', 'whether the application was filed before that day', asYesNo)
    .option('--worked-since <yes|no>', 'work or study after the right to it had ended', asYesNo)
    .option('--breach-ended <date>', 'the day that work or study stopped', asDay)
    .option('--removal-order <yes|no>', 'whether a removal order was made against the person', asYesNo)
    .option('--minor <yes|no>', 'whether the person is a minor', asYesNo)
    .option('--submitted <ids>', 'documents that were in the refused application', (text: string) => text.split(','));
}

/** The flags as answers. Throws request-invalid where two of them exclude each other. */
export function answersOf(flags: AnswerFlags): Answers {
  return { ...placesOf(flags), ...yesNoOf(flags), ...daysOf(flags) };
}

function placesOf(flags: AnswerFlags): Answers {
  if (flags.decidedInside && flags.decidedOutside)
    throw new Failure('request-invalid', 'Give only one of --decided-inside and --decided-outside.');
  if (flags.inCanada && flags.outsideCanada)
    throw new Failure('request-invalid', 'Give only one of --in-canada and --outside-canada.');
  return {
    ...(flags.decidedInside ? { decided: 'inside' as const } : {}),
    ...(flags.decidedOutside ? { decided: 'outside' as const } : {}),
    ...(flags.inCanada ? { whereabouts: 'inside' as const } : {}),
    ...(flags.outsideCanada ? { whereabouts: 'outside' as const } : {}),
  };
}

function yesNoOf({ appliedBeforeExpiry, workedSince, removalOrder, minor }: AnswerFlags): Answers {
  return {
    ...(appliedBeforeExpiry === undefined ? {} : { appliedBeforeExpiry }),
    ...(workedSince === undefined ? {} : { workedOrStudiedSince: workedSince }),
    ...(removalOrder === undefined ? {} : { removalOrder }),
    ...(minor === undefined ? {} : { minor }),
  };
}

function daysOf({ notified, issued, statusExpires, breachEnded, submitted }: AnswerFlags): Answers {
  return {
    ...(notified === undefined ? {} : { notified }),
    ...(issued === undefined ? {} : { issued }),
    ...(statusExpires === undefined ? {} : { statusExpires }),
    ...(breachEnded === undefined ? {} : { breachEnded }),
    ...(submitted === undefined ? {} : { submitted }),
  };
}

/** A day as YYYY-MM-DD that exists. */
export function asDay(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (date === undefined || Number.isNaN(date.valueOf()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError('Write the day as YYYY-MM-DD.');
  return text;
}

function asYesNo(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new InvalidArgumentError('Write yes or no.');
  return text === 'yes';
}
