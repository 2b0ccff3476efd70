import type { Localized } from '../model/locale.ts';
import { findPhrases } from '../phrase/find-phrases.ts';
import { tokenize } from '../phrase/tokenize.ts';
import type { CountryMark, ExtractPack, ExtractPacks } from './compile-packs.ts';
import type { Spoken } from './draft-sentences.ts';

/** Where a letter comes from. `pack` reads it; for a country without one that is the default pack. */
export type CountryChoice = {
  readonly country: string;
  readonly name: Localized;
  readonly pack: ExtractPack;
  readonly how: 'recognised' | 'assumed' | 'not-covered';
};

/** Weighs the marks of every country; each phrase counts once, and places count only where nothing else speaks. */
export function chooseCountry(sentences: readonly Spoken[], packs: ExtractPacks): CountryChoice {
  const seen = new Map<string, CountryMark>();
  for (const { words, language } of sentences) {
    const spoken = packs.languages.get(language);
    const index = packs.countries.get(language)?.();
    if (spoken === undefined || index === undefined) continue;
    for (const hit of findPhrases(index, tokenize(words, spoken.tools.stem))) {
      seen.set(`${hit.value.country} ${hit.text}`, hit.value);
    }
  }
  const marks = [...seen.values()];
  const covered = heaviest(marks.filter((mark) => mark.covered));
  const foreign = heaviest(marks.filter((mark) => !mark.covered && mark.weight > 1));
  const place = heaviest(marks.filter((mark) => !mark.covered));
  const assumed = packs.byDefault;
  if (foreign !== undefined && foreign.weight > (covered?.weight ?? 0)) return elsewhere(foreign.country, packs);
  if (covered !== undefined) {
    const pack = packs.packs.get(covered.country) ?? assumed;
    return { country: pack.id, name: pack.pack.name, pack, how: 'recognised' };
  }
  if (place !== undefined) return elsewhere(place.country, packs);
  return { country: assumed.id, name: assumed.pack.name, pack: assumed, how: 'assumed' };
}

function elsewhere(country: string, packs: ExtractPacks): CountryChoice {
  const name = packs.elsewhere.get(country) ?? { en: country, fr: country };
  return { country, name, pack: packs.byDefault, how: 'not-covered' };
}

function heaviest(marks: readonly CountryMark[]): { readonly country: string; readonly weight: number } | undefined {
  const sums = new Map<string, number>();
  for (const mark of marks) sums.set(mark.country, (sums.get(mark.country) ?? 0) + mark.weight);
  const [first] = [...sums].sort((one, other) => other[1] - one[1]);
  return first === undefined ? undefined : { country: first[0], weight: first[1] };
}
