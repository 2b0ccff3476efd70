import type { Evidence } from './evidence.ts';
import type { Zone } from './letter.ts';
import type { Localized } from './locale.ts';

/** A ground's id with its country, e.g. `ca.purpose-of-visit`. */
export type GroundId = string;

/** How a ground was seen. `wording`: a sentence that offices print; `similar`: only like known examples. */
export type Clue = 'wording' | 'phrase' | 'citation' | 'tick' | 'similar';

export type Strength = 'stated' | 'likely' | 'possible';

/** One place where a ground was seen. `pattern` is the phrase or citation as the pack writes it. */
export type Sighting = {
  readonly clue: Clue;
  readonly zone: Zone;
  readonly pattern: string;
  readonly evidence: Evidence;
};

export type GroundMatch = {
  readonly ground: GroundId;
  readonly strength: Strength;
  readonly sightings: readonly [Sighting, ...Sighting[]];
};

/** A sighting that was set aside, with the reason in the pack's words. */
export type Dismissal = Sighting & { readonly ground: GroundId; readonly because: Localized };

/** A reason that the letter gives and no pattern knows. `nearest` are suggestions only. */
export type Unrecognised = { readonly evidence: Evidence; readonly nearest: readonly GroundId[] };

export type Matches = {
  readonly grounds: readonly GroundMatch[];
  readonly dismissed: readonly Dismissal[];
  readonly unrecognised: readonly Unrecognised[];
};
