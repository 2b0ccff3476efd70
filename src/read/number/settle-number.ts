import { bareNumber, isCode, isWellShaped } from './number-shapes.ts';

/** What is to be read, and how sure that is, 0 to 1. `open`: the readings differ and nobody can tell. */
export type Settled = { readonly text: string; readonly confidence: number; readonly open: boolean };

const confirmed = 0.9;
const unsure = 0.4;

/**
 * Weighs the first reading of a number against further ones of the same pixels. Nothing is ever made up: a reading
 * replaces the first only where all further ones agree on it, it is a number as offices print them, the first is none,
 * and the digits are the same. Where they differ, the first stands and is marked as unsure.
 */
export function settleNumber(
  first: { readonly text: string; readonly confidence: number; readonly halves: boolean },
  further: readonly string[],
): Settled {
  const [second = '', ...others] = further.map(bareNumber);
  const agree = further.length > 1 && second !== '' && others.every((other) => other === second);
  if (!agree) return { ...first, confidence: Math.min(first.confidence, unsure), open: true };
  if (sameStrokes(second, first.text) && !first.halves)
    return { text: first.text, confidence: Math.max(first.confidence, confirmed), open: false };
  const better = isWellShaped(second) && (first.halves || !isWellShaped(first.text));
  if (better && sameDigits(second, first.text)) return { text: second, confidence: confirmed, open: false };
  return { ...first, confidence: Math.min(first.confidence, unsure), open: true };
}

/** Only what stands in front of the digits may have been read otherwise, as a digit or two at most. */
function sameDigits(one: string, other: string): boolean {
  const [digits, before] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')];
  return isCode(one) ? before.endsWith(digits) && before.length - digits.length <= 2 : digits === before;
}

/** O and 0 are told apart by their width, not by an engine. */
function sameStrokes(one: string, other: string): boolean {
  return one.replaceAll('O', '0') === other.replaceAll('O', '0');
}
