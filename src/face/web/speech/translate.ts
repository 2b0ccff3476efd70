import type { Localized } from '../../../model/locale.ts';
import { once } from '../../../model/once.ts';
import type { english } from './text-en.ts';
import type { englishResult } from './text-en-result.ts';
import type { englishReview } from './text-en-review.ts';
import type { englishWork } from './text-en-work.ts';

export type PageLanguage = 'en' | 'fr';

type Key = keyof (typeof english & typeof englishResult & typeof englishWork & typeof englishReview);

/** Names of texts; one that has plural forms goes by its name without `_one`. */
export type TextName = Key extends infer K
  ? K extends `${infer Stem}_one`
    ? Stem
    : K extends `${string}_other`
      ? never
      : K
  : never;

type Values = Readonly<Record<string, string | number>>;

/** Texts by name. A script carries those of its own pages in one language. */
export type Texts = Readonly<Record<string, string>>;

/** Everything a page needs to speak one language. Days are `YYYY-MM-DD`. */
export type Speech = {
  readonly language: PageLanguage;
  readonly other: PageLanguage;
  readonly t: (name: TextName, values?: Values) => string;
  /** The page's language of a text that is there in both. */
  readonly say: (text: Localized) => string;
  readonly number: (value: number) => string;
  readonly money: (amount: number, currency: string) => string;
  readonly day: (day: string) => string;
  /** With the day of the week. */
  readonly fullDay: (day: string) => string;
  readonly list: (items: readonly string[]) => string;
};

const middayOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/**
 * A text as printers set it. Packs write straight apostrophes; in French some signs stand apart from their word but must
 * not begin a line.
 */
export function typeset(language: PageLanguage, text: string): string {
  const curled = text.replaceAll("'", '’');
  if (language === 'en') return curled;
  return curled
    .replace(/ ?([:;?!])(?=[\s)]|$)/g, '\u00a0$1')
    .replaceAll(' »', '\u00a0»')
    .replaceAll('« ', '«\u00a0');
}

function formatsOf(language: PageLanguage) {
  const locale = `${language}-CA`;
  const days = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const fullDays = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }));
  // Intl writes "1 novembre" where French wants "1er novembre".
  const first = (text: string): string => (language === 'fr' ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : text);
  return {
    plural: once(() => new Intl.PluralRules(locale)),
    number: once(() => new Intl.NumberFormat(locale)),
    list: once(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
    day: (day: string) => first(days().format(middayOf(day))),
    fullDay: (day: string) => first(fullDays().format(middayOf(day))),
    money: (amount: number, currency: string) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: amount % 1 === 0 ? 0 : 2,
      }).format(amount),
  };
}

export function createSpeech(language: PageLanguage, table: Texts): Speech {
  const formats = formatsOf(language);
  // Small numbers are written the same everywhere.
  const numberText = (value: number): string =>
    Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : formats.number().format(value);
  const textOf = (name: string, n: string | number | undefined): string => {
    const plain = table[name];
    if (plain !== undefined) return typeset(language, plain);
    const form = typeof n === 'number' ? formats.plural().select(n) : 'other';
    return typeset(language, table[`${name}_${form}`] ?? table[`${name}_other`] ?? name);
  };
  return {
    language,
    other: language === 'en' ? 'fr' : 'en',
    t: (name, values = {}) =>
      textOf(name, values['n']).replace(/\{(\w+)\}/g, (_all, key: string) => {
        const value = values[key];
        return typeof value === 'number' ? numberText(value) : (value ?? '');
      }),
    say: (text) => typeset(language, text[language]),
    number: numberText,
    money: formats.money,
    day: formats.day,
    fullDay: formats.fullDay,
    list: (items) => formats.list().format(items),
  };
}

/** The language asked for in the address, or else the first of ours that the browser names. */
export function pickLanguage(asked: unknown, acceptLanguage: string | undefined): PageLanguage {
  if (asked === 'en' || asked === 'fr') return asked;
  return /^\s*fr\b/i.test(acceptLanguage ?? '') ? 'fr' : 'en';
}

/** Whole days from one day to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((middayOf(to).getTime() - middayOf(from).getTime()) / 86_400_000);
