import type { Localized } from '../model/locale.ts';

const locales = { en: 'en-CA', fr: 'fr-CA' } as const;

/** A day as people read it: "3 November 2026", "1er novembre 2026". */
export function formatDay(day: string, language: keyof Localized): string {
  const date = new Date(`${day}T00:00:00Z`);
  const text = new Intl.DateTimeFormat(language === 'fr' ? locales.fr : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(date);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** An amount with its currency, without needless cents. */
export function formatAmount(amount: number, currency: string, language: keyof Localized): string {
  const cents = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: cents,
    maximumFractionDigits: cents,
  }).format(amount);
}

/** The words for "41 days left", "1 day left", "today", "passed 3 days ago". */
export function formatDaysLeft(days: number, language: keyof Localized): string {
  if (days === 0) return language === 'fr' ? 'aujourd’hui' : 'today';
  const count = Math.abs(days);
  if (days < 0)
    return language === 'fr' ? `passé depuis ${count} jour${plural(count)}` : `passed ${count} day${plural(count)} ago`;
  return language === 'fr' ? `il reste ${count} jour${plural(count)}` : `${count} day${plural(count)} left`;
}

function plural(count: number): string {
  return count > 1 ? 's' : '';
}
