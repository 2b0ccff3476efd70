import type { PageLanguage } from './translate.ts';

const units = { D: 'day', M: 'month', Y: 'year' } as const;

/** `P15D` as "15 days". Anything else is given back as it is. */
export function durationText(language: PageLanguage, duration: string): string {
  const found = /^P(\d+)([DMY])$/.exec(duration);
  const [, amount, letter] = found ?? [];
  if (amount === undefined || (letter !== 'D' && letter !== 'M' && letter !== 'Y')) return duration;
  const format = new Intl.NumberFormat(`${language}-CA`, { style: 'unit', unit: units[letter], unitDisplay: 'long' });
  return format.format(Number(amount));
}
