const longest = 200;

/** A file's name as it may be shown: no control, bidi or zero-width characters, not too long. It is never used as a path. */
export function cleanName(name: string): string {
  const shown = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  const characters = Array.from(shown);
  if (characters.length === 0) return 'letter';
  return characters.length <= longest
    ? shown
    : `${characters.slice(0, longest - 12).join('')}…${characters.slice(-11).join('')}`;
}
