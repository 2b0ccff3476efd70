import type { Speech } from '../speech/translate.ts';

/** `2026-11` as "November 2026". */
export function monthName(speech: Speech, month: string): string {
  const format = new Intl.DateTimeFormat(`${speech.language}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const name = format.format(new Date(`${month}-15T12:00:00Z`));
  return name.charAt(0).toUpperCase() + name.slice(1);
}
