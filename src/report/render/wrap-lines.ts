/** Breaks a text at spaces into lines of `width` characters; `first` stands before the first line, `pad` before the others. */
export function wrapLines(text: string, width: number, first: string, pad: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = pad;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()];
}
