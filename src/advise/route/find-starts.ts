import type { Day } from '../../model/letter.ts';
import type { Localized } from '../../model/locale.ts';
import type { DeadlineRule, RouteFile } from '../../pack/route-schema.ts';
import { type OpenText, sayDay } from '../calendar/fill-text.ts';
import type { CaseFacts } from '../case-facts.ts';

/** A day from which a limit may run, how we came to it, and what must be so for it to be this one. */
export type Start = { readonly day: Day; readonly steps: readonly OpenText[]; readonly when?: Localized };

const start = (day: Day, text: Localized, file: RouteFile, when?: Localized): Start => {
  const steps = [{ text, with: { day: () => sayDay(day, file) } }];
  return when === undefined ? { day, steps } : { day, steps, when };
};

/** The day of being told. When nobody says it, the letter's day: nobody can have been told earlier, so it is the safe one. */
function startsFromNotice({ notified, issued }: CaseFacts, file: RouteFile): readonly Start[] {
  if (notified !== undefined) return [start(notified, file.working.notified, file)];
  return issued === undefined ? [] : [start(issued, file.working.issuedAsNotified, file)];
}

/** Filed in time: the stay went on until the decision, or until its printed end if that came later. */
function startsAfterExtension({ issued, notified, statusExpires }: CaseFacts, file: RouteFile): readonly Start[] {
  if (issued === undefined) return [];
  const stillRan = statusExpires !== undefined && statusExpires > issued;
  const base = stillRan
    ? start(statusExpires, file.working.statusStillRan, file)
    : start(issued, file.working.statusKept, file);
  if (notified === undefined || notified <= base.day) return [base];
  return [base, start(notified, file.working.notified, file, file.working.ifCountedFromNotice)];
}

/** The day the stay ended, in every reading that the answers leave open. It never ended before its printed end. */
function startsFromLoss(facts: CaseFacts, file: RouteFile): readonly Start[] {
  const { issued, statusExpires, appliedBeforeExpiry } = facts;
  if (appliedBeforeExpiry === true) return startsAfterExtension(facts, file);
  if (statusExpires === undefined) return [];
  const late = start(statusExpires, file.working.statusEnded, file);
  if (appliedBeforeExpiry === false) return [late];
  // A decision that came before the stay's printed end answers the question: it was asked for in time.
  if (issued !== undefined && issued <= statusExpires) return startsAfterExtension(facts, file);
  const inTime = startsAfterExtension(facts, file).slice(0, 1);
  return [
    { ...late, when: file.working.ifFiledLate },
    ...inTime.map((one) => ({ ...one, when: file.working.ifFiledInTime })),
  ];
}

/** Every day from which the limit may run. Empty when nothing is known: no date is counted from a guess. */
export function findStarts(rule: DeadlineRule, facts: CaseFacts, file: RouteFile): readonly Start[] {
  switch (rule.from) {
    case 'notified':
      return startsFromNotice(facts, file);
    case 'issued':
    case 'printed':
      return facts.issued === undefined ? [] : [start(facts.issued, file.working.issued, file)];
    case 'status-lost':
      return startsFromLoss(facts, file);
    case 'breach-ended':
      return facts.breachEnded === undefined ? [] : [start(facts.breachEnded, file.working.breachEnded, file)];
    case 'status-expiry':
      return facts.statusExpires === undefined ? [] : [start(facts.statusExpires, file.working.statusEnded, file)];
  }
}
