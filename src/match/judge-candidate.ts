import type { Letter, Zone } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Cue } from '../pack/language-schema.ts';
import type { Candidate, Found, Meaning, Range, Reading } from './reading.ts';

type ExceptionFound = Found<Extract<Meaning, { type: 'exception' }>>;
type CueFound = Found<Extract<Meaning, { type: 'cue' }>>;

const countingZones: readonly Zone[] = ['decision', 'reasons', 'officer-notes'];

/** What a returned application can lack: papers, steps and conditions of receipt, never the officer's belief. */
const returnable: readonly string[] = ['procedural', 'not-a-refusal', 'eligibility'];

const because = {
  zone: {
    en: 'This part of the letter gives general information, law or next steps, not reasons.',
    fr: 'Cette partie de la lettre donne des renseignements généraux, la loi ou la suite, et non des motifs.',
  },
  empty: { en: 'The box beside it is not ticked.', fr: "La case à côté n'est pas cochée." },
  unreadable: {
    en: 'We could not read whether the box beside it is ticked. Look at the page.',
    fr: "Nous n'avons pas pu lire si la case à côté est cochée. Regardez la page.",
  },
  application: {
    en: 'This is no ground for the kind of application that was refused.',
    fr: 'Ce n’est pas un motif pour le type de demande qui a été refusée.',
  },
  outcome: {
    en: 'This letter does not refuse an application, so nothing in it is a reason for refusal.',
    fr: "Cette lettre ne refuse pas de demande : rien n'y est un motif de refus.",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Why a sighting doesn't count, or nothing where it does. */
export function judgeCandidate(candidate: Candidate, letter: Letter): Localized | undefined {
  const { sentence } = candidate.reading;
  if (!outcomeAllows(candidate, letter)) return because.outcome;
  if (!zoneAllows(candidate)) return because.zone;
  if (!applicationAllows(candidate, letter)) return because.application;
  if (sentence.box?.state === 'empty') return because.empty;
  if (sentence.box?.state === 'unreadable') return because.unreadable;
  return unlessOf(candidate) ?? cueOf(candidate);
}

function outcomeAllows(candidate: Candidate, letter: Letter): boolean {
  if (letter.outcome === 'refused') return true;
  if (letter.outcome === 'returned') return returnable.includes(candidate.ground.class);
  return letter.outcome === 'unknown' && (letter.readAs !== 'letter' || isFinding(candidate));
}

/** Where no decision can be read in a letter, what finds something against the person still tells why it was written. */
function isFinding({ reading }: Candidate): boolean {
  return reading.found.some(({ meaning }) => meaning.type === 'finding');
}

/** Officers' own words are ambiguous: "genuine", "sponsor" or "experience" mean another ground in another kind of letter. */
function applicationAllows(candidate: Candidate, letter: Letter): boolean {
  if (candidate.clue === 'wording' || candidate.clue === 'tick' || letter.application === 'any') return true;
  const { applications } = candidate.ground;
  return applications.includes('any') || applications.includes(letter.application);
}

function zoneAllows(candidate: Candidate): boolean {
  const { zone } = candidate.reading.sentence;
  return countingZones.includes(zone) || (zone === 'consequences' && candidate.ground.class === 'consequence');
}

function unlessOf(candidate: Candidate): Localized | undefined {
  const found = candidate.reading.found.flatMap(({ meaning, from, to }): readonly ExceptionFound[] =>
    meaning.type === 'exception' && meaning.ground === candidate.ground.id ? [{ meaning, from, to }] : [],
  );
  const valid = found.filter((each) => each.meaning.within === 'sentence' || sameClause(each, candidate));
  const [first] = valid.sort(
    (one, other) => one.from - other.from || one.to - other.to || one.meaning.number - other.meaning.number,
  );
  return first?.meaning.why;
}

function sameClause(one: Range, candidate: Candidate): boolean {
  const clause = clauseAt(candidate.reading, candidate.from);
  const last = clauseAt(candidate.reading, candidate.to - 1);
  return one.from >= clause.from && one.from < last.to;
}

function cueOf(candidate: Candidate): Localized | undefined {
  const name = candidate.ground.id.slice(candidate.ground.id.indexOf('.') + 1);
  for (const each of candidate.reading.found) {
    if (each.meaning.type !== 'cue' || each.meaning.cue.except.includes(name)) continue;
    if (reaches({ ...each, meaning: each.meaning }, candidate)) return each.meaning.cue.because;
  }
  return undefined;
}

function reaches(found: CueFound, candidate: Candidate): boolean {
  const { cue } = found.meaning;
  // A printed sentence means what it says, whatever cue words it is made of.
  const inside = found.from >= candidate.from && found.to <= candidate.to;
  if (inside && (candidate.clue === 'wording' || candidate.clue === 'tick')) return false;
  // Information for everyone colours a whole sentence, unless the sentence itself finds something about this person.
  if (cue.reach === 'both' && cue.within === 'sentence') return !isVoid(found, wholeOf(candidate.reading), candidate);
  // What begins among conceded words is conceded, however far it goes; praise reaches back only over whole findings.
  const ahead = forwardRange(found, candidate.reading);
  const behind = backwardRange(found, candidate.reading);
  const forward = cue.reach !== 'backward' && beginsIn(candidate, ahead, found) && !isVoid(found, ahead, candidate);
  const backward = cue.reach !== 'forward' && endsIn(candidate, behind, found) && !isVoid(found, behind, candidate);
  return forward || backward;
}

/** "I do not doubt your ties" holds "doubt your ties": what begins inside the cue was only borrowed from it. */
function beginsIn(candidate: Candidate, ahead: Range, found: Range): boolean {
  const borrowed = candidate.from > found.from || (found.to - found.from > 1 && candidate.from === found.from);
  return borrowed && candidate.to > found.to - 1 && candidate.from < ahead.to;
}

/** "Your ties are not in question" holds "ties are not": what ends inside the cue was only borrowed from it. */
function endsIn(candidate: Candidate, behind: Range, found: Range): boolean {
  return candidate.from >= behind.from && candidate.to <= found.to;
}

function wholeOf(reading: Reading): Range {
  return { from: 0, to: reading.tokens.length };
}

/** "No stable job has been verified": what stands in the reach turns the praise around. */
function isVoid(found: CueFound, reach: Range, candidate: Candidate): boolean {
  return candidate.reading.found.some(
    ({ meaning, from, to }) =>
      meaning.type === 'cue-void' && meaning.cue === found.meaning.cue.id && from >= reach.from && to <= reach.to,
  );
}

function forwardRange(found: CueFound, reading: Reading): Range {
  const limit = scopeOf(found, found.to - 1, reading).to;
  const ends = cueEnds(found.meaning.cue, reading).filter((each) => each.from >= found.to);
  return { from: found.to, to: Math.min(limit, ...ends.map((each) => each.from)) };
}

function backwardRange(found: CueFound, reading: Reading): Range {
  const limit = scopeOf(found, found.from, reading).from;
  const ends = cueEnds(found.meaning.cue, reading).filter((each) => each.to <= found.from);
  return { from: Math.max(limit, ...ends.map((each) => each.to)), to: found.from };
}

function scopeOf(found: CueFound, at: number, reading: Reading): Range {
  return found.meaning.cue.within === 'sentence' ? wholeOf(reading) : clauseAt(reading, at);
}

function cueEnds(cue: Cue, reading: Reading): readonly Found[] {
  return reading.found.filter((each) => each.meaning.type === 'cue-end' && each.meaning.cue === cue.id);
}

export function clauseAt(reading: Reading, at: number): Range {
  return (
    reading.clauses.find((clause) => at >= clause.from && at < clause.to) ?? { from: 0, to: reading.tokens.length }
  );
}
