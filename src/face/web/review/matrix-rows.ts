import type { Localized } from '../../../model/locale.ts';
import type { Report } from '../../../report/report-schema.ts';

type Sighting = Report['grounds'][number]['sightings'][number];

export type MatrixSide = { readonly quote: string; readonly page: number };

export type MatrixRow = {
  readonly number: number;
  readonly title: Localized;
  readonly letter?: MatrixSide;
  readonly notes?: MatrixSide;
  /** `box`: a ticked box in the letter that the notes say nothing of. */
  readonly where: 'both' | 'notes' | 'letter' | 'box';
};

const inNotes = ({ zone }: Sighting): boolean => zone === 'officer-notes';

const sideOf = (sighting: Sighting | undefined): MatrixSide | undefined =>
  sighting === undefined ? undefined : { quote: sighting.evidence.quote, page: sighting.evidence.places[0]?.page ?? 1 };

function whereOf(letter: Sighting | undefined, notes: Sighting | undefined): MatrixRow['where'] {
  if (letter === undefined) return 'notes';
  if (notes !== undefined) return 'both';
  return letter.clue === 'tick' ? 'box' : 'letter';
}

/** The grounds with where each stands, for a letter that has the officer's notes with it; nothing for any other. */
export function matrixRows({ grounds, dismissed }: Report): readonly MatrixRow[] {
  const zones = [...grounds.flatMap(({ sightings }) => sightings), ...dismissed].map(({ zone }) => zone);
  const hasNotes = zones.includes('officer-notes');
  const hasLetter = zones.some((zone) => zone !== 'officer-notes');
  if (!hasNotes || !hasLetter) return [];
  return grounds.map(({ title, sightings }, at) => {
    const own = sightings.filter((one) => !inNotes(one));
    const letter = own.find(({ clue }) => clue !== 'tick') ?? own[0];
    const notes = sightings.find(inNotes);
    const [letterSide, notesSide] = [sideOf(letter), sideOf(notes)];
    return {
      number: at + 1,
      title,
      ...(letterSide === undefined ? {} : { letter: letterSide }),
      ...(notesSide === undefined ? {} : { notes: notesSide }),
      where: whereOf(letter, notes),
    };
  });
}
