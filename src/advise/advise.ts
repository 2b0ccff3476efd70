import type { Advice, Figure, Question } from '../model/advice.ts';
import type { Note } from '../model/note.ts';
import { makeChecklist } from './checklist/make-checklist.ts';
import { makeRemedies } from './checklist/make-remedies.ts';
import { noteOldFigures } from './choose-figure.ts';
import { type AdviceInput, type Gathered, gatherFacts } from './gather-facts.ts';
import { noteLawChanges } from './note-law-changes.ts';
import { askQuestions } from './route/ask-questions.ts';
import { type Checked, checkCondition } from './route/check-condition.ts';
import { evaluateRoutes, type Outcome } from './route/evaluate-routes.ts';
import { findFee, makeRoutes } from './route/make-routes.ts';

/** What to say when several grounds come together. */
function noteTogether({ facts }: Gathered, { pack }: AdviceInput): readonly Note[] {
  const checked: Checked = { facts, route: '', states: new Map() };
  return pack.routes.together
    .filter(({ when }) => checkCondition(when, checked) === true)
    .map(({ says }) => ({ code: 'grounds-together', detail: says }));
}

function feesShown(outcomes: readonly Outcome[], { facts }: Gathered, { pack }: AdviceInput): readonly Figure[] {
  return outcomes
    .filter(({ state }) => state !== 'absent')
    .flatMap(({ entry }) => findFee(entry, { facts, route: entry.id, states: new Map() }, pack) ?? []);
}

/** What the letter's own notes say already is not said twice, and a missing date matters only where days are counted. */
function newNotes({ notes }: Gathered, known: readonly Note[], questions: readonly Question[]): readonly Note[] {
  const asksDate = questions.some(({ id }) => id === 'letter-date');
  return notes
    .filter(({ code }) => code === 'answers-contradict' || !known.some((note) => note.code === code))
    .filter(({ code }) => code !== 'date-missing' || asksDate);
}

/**
 * What to do about a letter: documents for each ground, routes with deadlines, and what must still be asked. Pure: the
 * same letter, grounds, answers and day give the same advice.
 */
export function advise(input: AdviceInput): Advice {
  const { letter, pack, answers, today } = input;
  const gathered = gatherFacts(input);
  const { facts, found, open } = gathered;
  const outcomes = evaluateRoutes(facts, pack);
  const questions = askQuestions({ facts, open, letter }, pack, outcomes);
  const submitted = new Set(answers.submitted ?? []);
  const held = facts.stop ? { held: pack.routes.held } : {};
  const minor = answers.minor === undefined ? {} : { minor: answers.minor };
  const checklist = facts.stop ? [] : makeChecklist({ found, facts, submitted, ...minor }, pack);
  const figures = [...checklist.flatMap((item) => item.figures), ...feesShown(outcomes, gathered, input)];
  const prefix = (id: string): string => `${letter.country}.${id}`;
  const heldNotes: readonly Note[] = facts.stop ? [{ code: 'checklist-held', detail: pack.routes.held }] : [];
  return {
    remedies: makeRemedies(found, pack.documents, { ...held, submitted }),
    checklist,
    ...held,
    routes: makeRoutes(outcomes, facts, pack, questions).map((route) => ({ ...route, id: prefix(route.id) })),
    questions: questions.map((question) => ({ ...question, changes: question.changes.map(prefix) })),
    notes: [
      ...newNotes(gathered, letter.notes, questions),
      ...heldNotes,
      ...noteTogether(gathered, input),
      ...noteLawChanges({ found, letter, issued: facts.issued, today }, pack),
      ...noteOldFigures(figures, pack.figures),
    ],
  };
}
