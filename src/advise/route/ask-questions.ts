import type { Question } from '../../model/advice.ts';
import type { Day, Letter } from '../../model/letter.ts';
import type { AdvicePack } from '../../pack/advice-pack.ts';
import type { QuestionEntry, QuestionId } from '../../pack/question-schema.ts';
import { addDays } from '../calendar/day.ts';
import { sayDay } from '../calendar/fill-text.ts';
import type { CaseFacts } from '../case-facts.ts';
import { checkCondition } from './check-condition.ts';
import { evaluateRoutes, type Outcome } from './evaluate-routes.ts';

/** What is asked, and of which answers we have none. */
export type Asking = { readonly facts: CaseFacts; readonly open: ReadonlySet<QuestionId>; readonly letter: Letter };

/** What a person would see change: the state, the last day, the other possible last day, the end of a bar. */
function signature({ state, readings, earliest }: Outcome): string {
  const first = readings[0]?.on;
  return [state, first, readings.find(({ on }) => on !== first)?.on, earliest?.on].join(' ');
}

/** Days worth trying for a day that nobody told us: near, some weeks ago, months ago. */
function tryDays(today: Day, from: Day | undefined): readonly Day[] {
  const days = [0, -20, -70, -200].map((back) => addDays(today, back));
  return days.filter((day) => from === undefined || day >= from);
}

/** The case with this question answered, in each way that is worth trying. */
function answered(id: QuestionId, { facts, letter }: Asking): readonly CaseFacts[] {
  const { placeSays: _, ...rest } = facts;
  const { today, issued } = facts;
  switch (id) {
    case 'letter-date': {
      const readings = (letter.issuedReadings ?? []).map(({ value }) => value);
      return [...readings, ...tryDays(today, undefined)].map((day) => ({ ...facts, issued: day }));
    }
    case 'notified':
      return tryDays(today, issued).map((day) => ({ ...facts, notified: day }));
    case 'decided':
      return [
        { ...facts, decided: 'inside' },
        { ...facts, decided: 'outside' },
      ];
    case 'whereabouts':
      return [
        { ...rest, place: 'inside' },
        { ...rest, place: 'outside' },
      ];
    case 'status-expires':
      return [addDays(today, 60), ...tryDays(today, undefined)].map((day) => ({ ...facts, statusExpires: day }));
    case 'applied-before-expiry':
      return [true, false].map((yes) => ({ ...facts, appliedBeforeExpiry: yes }));
    case 'worked-since':
      return [true, false].map((yes) => ({ ...facts, workedSince: yes }));
    case 'removal-order':
      return [true, false].map((yes) => ({ ...facts, removalOrder: yes }));
    case 'breach-ended':
      return tryDays(today, undefined).map((day) => ({ ...facts, breachEnded: day }));
  }
}

/** The routes that come out otherwise for some answer. */
function changedBy(id: QuestionId, asking: Asking, pack: AdvicePack, now: readonly Outcome[]): readonly string[] {
  const signatures = now.map(signature);
  const tries = answered(id, asking).map((facts) => evaluateRoutes(facts, pack).map(signature));
  return now.filter((_, at) => tries.some((one) => one[at] !== signatures[at])).map(({ entry }) => entry.id);
}

function answerOf(entry: QuestionEntry, { letter }: Asking, pack: AdvicePack): Question['answer'] {
  switch (entry.id) {
    case 'letter-date': {
      const options = (letter.issuedReadings ?? []).map(({ value }) => ({ value, label: sayDay(value, pack.routes) }));
      return options.length > 0 ? { type: 'choice', options } : { type: 'day' };
    }
    case 'notified':
    case 'status-expires':
    case 'breach-ended':
      return { type: 'day' };
    case 'decided':
    case 'whereabouts':
      return { type: 'choice', options: entry.options };
    case 'applied-before-expiry':
    case 'worked-since':
    case 'removal-order':
      return { type: 'yes-no' };
  }
}

function isInPlace({ id, when }: QuestionEntry, { facts, open }: Asking): boolean {
  return open.has(id) && (when === undefined || checkCondition(when, { facts, route: '', states: new Map() }) === true);
}

/** The questions whose answers change something, each with the routes it changes. What changes nothing is not asked. */
export function askQuestions(asking: Asking, pack: AdvicePack, now: readonly Outcome[]): readonly Question[] {
  return pack.questions.questions
    .filter((entry) => isInPlace(entry, asking))
    .map((entry) => ({
      id: entry.id,
      text: entry.text,
      changes: changedBy(entry.id, asking, pack, now),
      answer: answerOf(entry, asking, pack),
    }))
    .filter(({ changes }) => changes.length > 0);
}
