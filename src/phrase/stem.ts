import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import porterFr from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { keepWord } from './keep-word.ts';

/** The stemmers that a language file may choose. `natural` is imported by sub-path: its main module loads databases. */
const stemmers = {
  porter: (form: string) => porter.stem(form),
  // The stemmer expects accents, which scans lose: what it leaves of a bare "ée" ending goes too.
  'porter-fr': (form: string) => porterFr.stem(form).replace(/(?<=.{3})e+$/, ''),
  none: (form: string) => form,
} as const;

export type StemmerName = keyof typeof stemmers;
export type Stem = (form: string) => string;

/** No word of a phrase is longer. */
const longestWord = 40;

/** The stemmer of that name, remembering what it has stemmed. Forms are folded words. */
export function createStem(name: StemmerName): Stem {
  const stemmer = stemmers[name];
  const known = new Map<string, string>();
  return (form) => {
    // The stemmers take quadratic time, and a hostile file can hold a word of a million letters.
    if (form.length > longestWord) return form;
    return known.get(form) ?? keepWord(known, form, stemmer(form));
  };
}
