import type { Box } from '../../model/geometry.ts';
import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';

/** Capitals and digits that hold an O or a zero beside letters: there engines mix them up. */
const mixed = /^(?=.*[A-Z])(?=.*[O0])[A-Z]{1,3}[\dO]{3,9}$/;
/** Darkness that is ink; the first level at which as many strokes stand apart as the word has letters is taken. */
const inkLevels = [110, 140, 170];
/** Width by height: a zero has 0.55 to 0.73 in all common fonts, a capital O 0.85 and more. */
const slim = 0.78;
const round = 0.83;

/**
 * Tells O from 0 in codes by how wide they are on the page. A word whose letters touch, or in which one is of neither
 * width, stays as it is.
 */
export function measureZeros(word: PlacedWord, picture: GrayPicture): PlacedWord {
  if (!mixed.test(word.text)) return word;
  for (const ink of inkLevels) {
    const shapes = shapesIn(picture, word.box, ink);
    if (shapes.length !== word.text.length) continue;
    const text = Array.from(word.text, (letter, at) => tellZero(letter, shapes[at] ?? 0)).join('');
    return text.includes('?') ? word : { ...word, text };
  }
  return word;
}

function tellZero(letter: string, shape: number): string {
  if (letter !== 'O' && letter !== '0') return letter;
  if (shape < slim) return '0';
  return shape > round ? 'O' : '?';
}

/** Width by height of each run of inked columns, left to right. */
function shapesIn({ width, pixels }: GrayPicture, box: Box, ink: number): number[] {
  const shapes: number[] = [];
  let open: { left: number; top: number; bottom: number } | undefined;
  for (let x = box.left; x <= box.right; x += 1) {
    const column = x < box.right ? inkOf(x) : undefined;
    if (column !== undefined) {
      open = {
        left: open?.left ?? x,
        top: Math.min(open?.top ?? column.top, column.top),
        bottom: Math.max(open?.bottom ?? column.bottom, column.bottom),
      };
    } else if (open !== undefined) {
      shapes.push((x - open.left) / (open.bottom - open.top + 1));
      open = undefined;
    }
  }
  return shapes;

  function inkOf(x: number): { top: number; bottom: number } | undefined {
    let found: { top: number; bottom: number } | undefined;
    for (let y = box.top; y < box.bottom; y += 1) {
      if ((pixels[y * width + x] ?? 255) < ink) found = { top: found?.top ?? y, bottom: y };
    }
    return found;
  }
}
