import type { Localized } from '../../model/locale.ts';
import { formatAmount, formatDay, formatDaysLeft } from '../format-values.ts';
import { type ReportWord, reportWords } from '../report-words.ts';

/** How a paper speaks: one language, its fixed words, its ways to write days and amounts. */
export type Voice = {
  readonly language: keyof Localized;
  readonly say: (text: Localized) => string;
  readonly word: (name: ReportWord) => string;
  readonly day: (day: string) => string;
  readonly left: (days: number) => string;
  readonly amount: (amount: number, currency: string) => string;
};

export function voiceOf(language: keyof Localized): Voice {
  return {
    language,
    say: (text) => text[language],
    word: (name) => reportWords[name][language],
    day: (day) => formatDay(day, language),
    left: (days) => formatDaysLeft(days, language),
    amount: (amount, currency) => formatAmount(amount, currency, language),
  };
}
