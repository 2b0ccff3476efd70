/** Throws a RangeError for a text that is no key of a file or folder: it must never name a place of its own choice. */
export function checkFileKey(key: string): string {
  if (!/^[\w-]+(\/[\w.-]+)?$/.test(key) || key.includes('..')) throw new RangeError('not a file key');
  return key;
}
