/** Text without what XML files and terminals can't take: control signs but tab and line ends, and halves of a pair. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '');
}
