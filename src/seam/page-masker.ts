import type { Box } from '../model/geometry.ts';
import type { PlacedWord } from './ocr-engine.ts';

/** A page to be masked. `picture` is a PNG of it, `width` and `height` are its size in points, as the boxes' are. */
export type PageToMask = {
  readonly picture: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Blacked out in the picture. */
  readonly areas: readonly Box[];
  /** The words that stay, for the text layer. */
  readonly words: readonly PlacedWord[];
};

/** Makes a new PDF of pictures of pages, so that nothing of the old file is left in it. */
export interface PageMasker {
  /** The PDF holds one picture and one invisible text layer a page and no metadata. Throws an error when a picture is broken. */
  mask(pages: readonly PageToMask[]): Promise<Uint8Array>;
}
