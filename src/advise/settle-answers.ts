import type { Answers } from '../model/advice.ts';
import type { Day, Letter } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Note } from '../model/note.ts';
import type { QuestionFile, QuestionId } from '../pack/question-schema.ts';
import { isDay } from './calendar/day.ts';
import { fillText } from './calendar/fill-text.ts';

/** What the answers and the letter settle together, and what must be said where they disagree. */
export type Settled = {
  readonly notified?: Day;
  readonly decided?: 'inside' | 'outside';
  readonly place?: 'inside' | 'outside';
  readonly statusExpires?: Day;
  readonly breachEnded?: Day;
  readonly notes: readonly Note[];
};

type Told = { readonly day?: Day; readonly notes: readonly Note[] };
type Say = (day: Day) => Localized;

const contradiction = (text: Localized, fillings: Readonly<Record<string, Localized | string>>): Note => ({
  code: 'answers-contradict',
  detail: fillText({ text, with: fillings }),
});

function settleDay(day: Day | undefined, file: QuestionFile): Told {
  if (day === undefined || isDay(day)) return day === undefined ? { notes: [] } : { day, notes: [] };
  return { notes: [contradiction(file.notes.notADay, { told: day })] };
}

/** Nobody is told before the letter was written, or after today: such an answer is set aside and said. */
function settleNotified(answers: Answers, issued: Day | undefined, today: Day, file: QuestionFile, say: Say): Told {
  const told = settleDay(answers.notified, file);
  const { day } = told;
  if (day === undefined) return told;
  if (day > today) return { notes: [contradiction(file.notes.notifiedInFuture, { told: say(day) })] };
  if (issued === undefined || day >= issued) return told;
  return { notes: [contradiction(file.notes.notifiedBeforeLetter, { told: say(day), issued: say(issued) })] };
}

/** What has not stopped yet has no end to count from. */
function settleBreach({ breachEnded }: Answers, today: Day, file: QuestionFile, say: Say): Told {
  if (breachEnded === undefined || !isDay(breachEnded) || breachEnded <= today) return settleDay(breachEnded, file);
  return { notes: [contradiction(file.notes.breachInFuture, { told: say(breachEnded) })] };
}

function settleDecided(letter: Letter, answers: Answers, file: QuestionFile): Pick<Settled, 'decided' | 'notes'> {
  const read = letter.decidedWhere?.value;
  const told = answers.decided;
  if (read !== undefined && told !== undefined && read !== told)
    return { notes: [contradiction(file.notes.decidedDiffers, {})] };
  const decided = told ?? read;
  return decided === undefined ? { notes: [] } : { decided, notes: [] };
}

export function settleAnswers(
  {
    letter,
    answers,
    issued,
    today,
    say,
  }: { letter: Letter; answers: Answers; issued: Day | undefined; today: Day; say: Say },
  file: QuestionFile,
): Settled {
  const notified = settleNotified(answers, issued, today, file, say);
  const expires = settleDay(answers.statusExpires, file);
  const breach = settleBreach(answers, today, file, say);
  const decided = settleDecided(letter, answers, file);
  const place = answers.whereabouts;
  return {
    ...(notified.day === undefined ? {} : { notified: notified.day }),
    ...(expires.day === undefined ? {} : { statusExpires: expires.day }),
    ...(breach.day === undefined ? {} : { breachEnded: breach.day }),
    ...(place === undefined ? {} : { place }),
    ...decided,
    notes: [...notified.notes, ...expires.notes, ...breach.notes, ...decided.notes],
  };
}

/** The questions that nobody has answered in a way we can use. */
export function openQuestions(answers: Answers, settled: Settled, issued: Day | undefined): ReadonlySet<QuestionId> {
  const open: readonly (readonly [QuestionId, boolean])[] = [
    ['letter-date', issued === undefined],
    ['notified', settled.notified === undefined],
    ['decided', settled.decided === undefined && answers.decided === undefined],
    ['whereabouts', answers.whereabouts === undefined],
    ['status-expires', settled.statusExpires === undefined],
    ['applied-before-expiry', answers.appliedBeforeExpiry === undefined],
    ['worked-since', answers.workedOrStudiedSince === undefined],
    ['removal-order', answers.removalOrder === undefined],
    ['breach-ended', settled.breachEnded === undefined],
  ];
  return new Set(open.filter(([, isOpen]) => isOpen).map(([id]) => id));
}
