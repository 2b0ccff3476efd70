/**
 * What tick boxes and bullets turn into when a page becomes text. Symbol fonts come as private-use letters, or as plain
 * letters when the font's own table was lost.
 */
const ticked = '☒☑✓✔√🗹🗷🗸\uf0fe\uf0fd\uf0fc\uf052\uf053\uf050';
const crossed = '✘✗✕✖❌\uf0fb\uf04f';
const empty = '☐□❏❑❒◻🗆▢\uf0a8\uf06f\uf071\uf0a3\uf072';
const bullets = '•●○◦‣⁃∙·►▶➢➤◆◇❖*\uf0b7\uf0a7\uf0d8\uf076';
const dashes = '-–—';
const squares = '■▪◼▣\uf06e';
const letters = { ticked: 'xX4üþýRP', empty: 'oOq¨_' } as const;

/** `sure` glyphs are what they are wherever they stand; the others need company to be believed. */
export type Glyph = {
  readonly is: 'ticked' | 'crossed' | 'empty' | 'bullet' | 'dash' | 'square' | 'letter-ticked' | 'letter-empty';
  readonly sure: boolean;
};

const table = new Map<string, Glyph>();
const put = (all: string, is: Glyph['is'], sure: boolean) => {
  for (const one of all) table.set(one, { is, sure });
};
put(letters.ticked, 'letter-ticked', false);
put(letters.empty, 'letter-empty', false);
put(squares, 'square', false);
put(dashes, 'dash', false);
put(bullets, 'bullet', true);
put(ticked, 'ticked', true);
put(crossed, 'crossed', true);
put(empty, 'empty', true);

/** What one character can be, if it can be a bullet or a box at all. */
export function glyphOf(character: string): Glyph | undefined {
  return table.get(character);
}

/** `[x]`, `(X)`, `[ ]`: a box written with brackets. */
const bracketBox = /^[[(]([xX✓✔√*_ ]{0,3})[\])]$/u;

export function bracketState(text: string): 'ticked' | 'empty' | undefined {
  const inside = bracketBox.exec(text)?.[1];
  if (inside === undefined) return undefined;
  return /[xX✓✔√*]/u.test(inside) ? 'ticked' : 'empty';
}
