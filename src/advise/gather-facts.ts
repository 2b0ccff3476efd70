import type { Answers } from '../model/advice.ts';
import type { GroundMatch, Matches } from '../model/ground.ts';
import type { Day, Letter } from '../model/letter.ts';
import type { Note } from '../model/note.ts';
import type { AdvicePack } from '../pack/advice-pack.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { QuestionId } from '../pack/question-schema.ts';
import { sayDay } from './calendar/fill-text.ts';
import type { CaseFacts } from './case-facts.ts';
import { checkCondition } from './route/check-condition.ts';
import { openQuestions, settleAnswers } from './settle-answers.ts';
import { settleDate } from './settle-date.ts';

/** A ground that was found, with what the pack knows of it. `name` is its id without the country. */
export type FoundGround = { readonly name: string; readonly ground: Ground; readonly match: GroundMatch };

export type AdviceInput = {
  readonly letter: Letter;
  readonly matches: Matches;
  readonly pack: AdvicePack;
  /** The country's grounds by id, e.g. `ca.purpose-of-visit`. */
  readonly grounds: ReadonlyMap<string, Ground>;
  readonly answers: Answers;
  readonly today: Day;
};

export type Gathered = {
  readonly facts: CaseFacts;
  readonly found: readonly FoundGround[];
  readonly open: ReadonlySet<QuestionId>;
  readonly notes: readonly Note[];
};

/** Classes of grounds that are reasons of their own: each can refuse the next application again. */
const factorClasses: ReadonlySet<string> = new Set(['evidence-gap', 'discretionary', 'eligibility']);

/** A mere likeness to known examples is too little to hold the whole checklist back. */
const isSureEnough = ({ strength, sightings }: GroundMatch): boolean =>
  strength !== 'possible' || sightings.some(({ clue }) => clue !== 'similar');

const mustStop = ({ ground, match }: FoundGround): boolean =>
  (ground.stop !== undefined || ground.class === 'hard-stop') && isSureEnough(match);

function findGrounds({ letter, matches, grounds }: AdviceInput): readonly FoundGround[] {
  return matches.grounds.flatMap((match) => {
    const ground = grounds.get(match.ground);
    return ground === undefined ? [] : [{ name: match.ground.replace(`${letter.country}.`, ''), ground, match }];
  });
}

/** What the letter alone tells, before anybody answers. */
function factsOfLetter({ letter, pack, today }: AdviceInput, found: readonly FoundGround[]): CaseFacts {
  const { readAsRefusal, refusalKind } = pack.routes;
  const kind = readAsRefusal.includes(letter.kind) && found.length > 0 ? refusalKind : letter.kind;
  return {
    today,
    kind,
    application: letter.application,
    consequences: new Set(letter.consequences.map(({ value }) => value)),
    grounds: new Set(found.map(({ name }) => name)),
    classes: new Set(found.map(({ ground }) => ground.class)),
    factors: found.filter(({ ground }) => factorClasses.has(ground.class)).length,
    suggested: new Set(found.flatMap(({ ground }) => ground.routes)),
    stop: found.some(mustStop),
    printed: letter.printedDeadlines.map(({ value }) => value),
  };
}

type Settling = Pick<Gathered, 'facts' | 'notes'>;

/** Answers that the letter gives itself stand over the person's: the difference is said. */
function applyLetterAnswers({ facts, notes }: Settling, pack: AdvicePack): Settling {
  let settled: Settling = { facts, notes };
  for (const { question, when, answer, contradicted } of pack.questions.letterAnswers) {
    if (checkCondition(when, { facts, route: '', states: new Map() }) !== true) continue;
    const key = question === 'removal-order' ? 'removalOrder' : 'appliedBeforeExpiry';
    const differs = facts[key] !== undefined && facts[key] !== answer;
    const said: readonly Note[] = differs ? [{ code: 'answers-contradict', detail: contradicted }] : [];
    settled = { facts: { ...settled.facts, [key]: answer }, notes: [...settled.notes, ...said] };
  }
  return settled;
}

/** Takes the place from the kind of letter where nobody said it. It is still asked about. */
function presumePlace(facts: CaseFacts, pack: AdvicePack): CaseFacts {
  if (facts.place !== undefined) return facts;
  const presumed = pack.routes.presumedPlaces.find(
    ({ when }) => checkCondition(when, { facts, route: '', states: new Map() }) === true,
  );
  return presumed === undefined ? facts : { ...facts, place: presumed.place, placeSays: presumed.says };
}

/** Everything that routes, documents and questions hang on, from the letter and from the person. */
export function gatherFacts(input: AdviceInput): Gathered {
  const { letter, answers, pack, today } = input;
  const say = (day: Day) => sayDay(day, pack.routes);
  const found = findGrounds(input);
  const { issued, notes: dateNotes } = settleDate(letter, answers, pack.questions, today, say);
  const settled = settleAnswers({ letter, answers, issued, today, say }, pack.questions);
  const { notes: answerNotes, ...told } = settled;
  const { appliedBeforeExpiry, workedOrStudiedSince, removalOrder } = answers;
  const facts: CaseFacts = {
    ...factsOfLetter(input, found),
    ...told,
    ...(issued === undefined ? {} : { issued }),
    ...(appliedBeforeExpiry === undefined ? {} : { appliedBeforeExpiry }),
    ...(workedOrStudiedSince === undefined ? {} : { workedSince: workedOrStudiedSince }),
    ...(removalOrder === undefined ? {} : { removalOrder }),
  };
  const both = applyLetterAnswers({ facts, notes: [...dateNotes, ...answerNotes] }, pack);
  return {
    facts: presumePlace(both.facts, pack),
    found,
    open: openQuestions(answers, settled, issued),
    notes: both.notes,
  };
}
