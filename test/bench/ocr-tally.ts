/** What was counted over some pages, read in one way. */
export type Tally = {
  readonly pages: number;
  readonly edits: number;
  readonly characters: number;
  readonly found: number;
  readonly wordings: number;
  readonly right: number;
  readonly digits: number;
  readonly grounds: { readonly hit: number; readonly wanted: number; readonly given: number };
  readonly seconds: number;
  /** The words with digits that were misread. */
  readonly missed: readonly string[];
};

/** Before the first page. */
export const emptyTally: Tally = {
  ...{ pages: 0, edits: 0, characters: 0, found: 0, wordings: 0, right: 0, digits: 0, seconds: 0, missed: [] },
  grounds: { hit: 0, wanted: 0, given: 0 },
};

/** The sums of both. */
export function addTallies(one: Tally, other: Tally): Tally {
  return {
    pages: one.pages + other.pages,
    edits: one.edits + other.edits,
    characters: one.characters + other.characters,
    found: one.found + other.found,
    wordings: one.wordings + other.wordings,
    right: one.right + other.right,
    digits: one.digits + other.digits,
    seconds: one.seconds + other.seconds,
    missed: [...one.missed, ...other.missed],
    grounds: {
      hit: one.grounds.hit + other.grounds.hit,
      wanted: one.grounds.wanted + other.grounds.wanted,
      given: one.grounds.given + other.grounds.given,
    },
  };
}
