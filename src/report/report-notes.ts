import type { Advice } from '../model/advice.ts';
import type { Matches } from '../model/ground.ts';
import type { Letter } from '../model/letter.ts';
import type { Note } from '../model/note.ts';

const noGround: Note = {
  code: 'no-ground-found',
  detail: {
    en: 'The letter refuses, but we found no reason in it that we know. Ask the office for the officer’s notes, and have a person read the letter.',
    fr: 'La lettre refuse, mais nous n’y avons trouvé aucun motif que nous connaissons. Demandez au bureau les notes de l’agent et faites lire la lettre par une personne.',
  },
};

/** Notes that ask for the date on the letter. */
const asksDate: ReadonlySet<Note['code']> = new Set(['date-ambiguous', 'date-missing']);

/** Once somebody told the date, and days are counted from it, the letter's own note no longer asks for it. */
function openNotes({ notes }: Letter, { questions, routes }: Advice): readonly Note[] {
  const settled =
    routes.some(({ deadline }) => deadline !== undefined) && !questions.some(({ id }) => id === 'letter-date');
  return settled ? notes.filter(({ code }) => !asksDate.has(code)) : notes;
}

/** Everything that the stages noted, in their order, and what only the whole shows. */
export function reportNotes(letter: Letter, matches: Matches, advice: Advice): readonly Note[] {
  const empty = letter.outcome === 'refused' && matches.grounds.length === 0;
  return [...letter.document.notes, ...openNotes(letter, advice), ...(empty ? [noGround] : []), ...advice.notes];
}
