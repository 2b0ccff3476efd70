import type { Answers } from '../model/advice.ts';
import type { Day, Letter } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Note, NoteCode } from '../model/note.ts';
import type { QuestionFile } from '../pack/question-schema.ts';
import { isDay } from './calendar/day.ts';
import { fillText } from './calendar/fill-text.ts';

/** The day of the letter when it is sure enough to count from, and what must be said about it. */
export type SettledDate = { readonly issued?: Day; readonly notes: readonly Note[] };

type Say = (day: Day) => Localized;

/** Why a day can't be a letter's day, if so. */
function refuse(
  day: Day,
  today: Day,
  { earliestLetter, notes }: QuestionFile,
): { code: NoteCode; text: Localized } | undefined {
  if (day > today) return { code: 'date-in-future', text: notes.dateInFuture };
  return day < earliestLetter ? { code: 'date-too-old', text: notes.dateTooOld } : undefined;
}

function fromReadings(letter: Letter, told: Day | undefined, file: QuestionFile, say: Say): SettledDate {
  const readings = (letter.issuedReadings ?? []).map(({ value }) => value);
  if (told === undefined) {
    if (readings.length < 2) return { notes: [{ code: 'date-missing', detail: file.notes.dateMissing }] };
    return { notes: [{ code: 'date-ambiguous', detail: file.notes.dateAmbiguous }] };
  }
  if (readings.length === 0 || readings.includes(told)) return { issued: told, notes: [] };
  const detail = fillText({ text: file.notes.issuedNoReading, with: { told: say(told) } });
  return { notes: [{ code: 'answers-contradict', detail }] };
}

/** The letter and the person say different days: counted from the earlier one, which is the safe one, and said so. */
function fromBoth(read: Day, told: Day, file: QuestionFile, say: Say): SettledDate {
  if (read === told) return { issued: read, notes: [] };
  const issued = read < told ? read : told;
  const detail = fillText({
    text: file.notes.issuedDiffers,
    with: { read: say(read), told: say(told), issued: say(issued) },
  });
  return { issued, notes: [{ code: 'answers-contradict', detail }] };
}

function settle(letter: Letter, told: Day | undefined, file: QuestionFile, say: Say, today: Day): SettledDate {
  const read = letter.issued?.value;
  if (read === undefined) return fromReadings(letter, told, file, say);
  if (told === undefined) return { issued: read, notes: [] };
  // What can't be a letter's day was misread: the person's own reading of it stands.
  return refuse(read, today, file) === undefined ? fromBoth(read, told, file, say) : { issued: told, notes: [] };
}

/** The letter's day, as read or as told. Missing, ambiguous, future or impossibly old: none, and a note. Never a guess. */
export function settleDate(letter: Letter, answers: Answers, file: QuestionFile, today: Day, say: Say): SettledDate {
  const { issued: told } = answers;
  if (told !== undefined && !isDay(told)) {
    const { issued: _, ...rest } = answers;
    const without = settleDate(letter, rest, file, today, say);
    const note: Note = { code: 'answers-contradict', detail: fillText({ text: file.notes.notADay, with: { told } }) };
    return { ...without, notes: [note, ...without.notes] };
  }
  const { issued, notes } = settle(letter, told, file, say, today);
  const problem = issued === undefined ? undefined : refuse(issued, today, file);
  if (issued === undefined || problem === undefined) return issued === undefined ? { notes } : { issued, notes };
  return {
    notes: [...notes, { code: problem.code, detail: fillText({ text: problem.text, with: { day: say(issued) } }) }],
  };
}
