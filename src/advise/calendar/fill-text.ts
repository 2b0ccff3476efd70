import type { Day } from '../../model/letter.ts';
import type { Localized } from '../../model/locale.ts';
import type { RouteFile } from '../../pack/route-schema.ts';
import { partsOf } from './day.ts';
import { parseDuration } from './duration.ts';

/** What stands for a `{name}` of a text: the same in every language, or not. Days are put into words only when read. */
type Filling = Localized | string | (() => Localized);

/** A text whose `{name}`s are still open. */
export type OpenText = { readonly text: Localized; readonly with: Readonly<Record<string, Filling>> };

/** Makes a text in each language. */
export function eachLanguage(make: (language: keyof Localized) => string): Localized {
  return { en: make('en'), fr: make('fr') };
}

/** Puts values in the place of `{name}`s. A name without a value stays as it is, so that a test sees it. */
export function fillText({ text, with: fillings }: OpenText): Localized {
  return eachLanguage((language) =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const filling = fillings[name];
      if (filling === undefined || typeof filling === 'string') return filling ?? whole;
      return typeof filling === 'function' ? filling()[language] : filling[language];
    }),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(language, made);
  return made;
}

/** A day in words with its weekday. The day is handed over as noon UTC and shown in UTC: no zone can move it. */
export function sayDay(day: Day, file: RouteFile): Localized {
  const { year, month, day: date } = partsOf(day);
  const instant = new Date(Date.UTC(year, month - 1, date, 12));
  return eachLanguage((language) =>
    formatOf(language)
      .formatToParts(instant)
      .map((part) => (part.type === 'day' && part.value === '1' ? file.firstOfMonth[language] : part.value))
      .join(''),
  );
}

/** A duration in words: `15 days`. */
export function sayDuration(duration: string, file: RouteFile): Localized {
  const { count, unit } = parseDuration(duration);
  const texts = file.units[unit];
  return fillText({ text: count === 1 ? texts.one : texts.many, with: { count: String(count) } });
}
