import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';

const leastContrast = 40;

/** Whether a word of a text layer shows nothing on the page: drawn in the paper's colour, invisibly, or under a bar. `scale` is pixels a point. */
export function isHidden(word: PlacedWord, picture: GrayPicture, scale: number): boolean {
  const { width, height, pixels } = picture;
  const [left, right] = [
    Math.max(0, Math.floor(word.box.left * scale)),
    Math.min(width, Math.ceil(word.box.right * scale)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(word.box.top * scale)),
    Math.min(height, Math.ceil(word.box.bottom * scale)),
  ];
  let [darkest, brightest] = [255, 0];
  // The outermost pixels may belong to the edge of a bar that hides the word.
  for (let y = top + 1; y < bottom - 1; y += 1) {
    for (let x = left + 1; x < right - 1; x += 1) {
      const level = pixels[y * width + x] ?? 255;
      if (level < darkest) darkest = level;
      if (level > brightest) brightest = level;
      if (brightest - darkest >= leastContrast) return false;
    }
  }
  return brightest >= darkest;
}
