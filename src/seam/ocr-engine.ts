import type { Box } from '../model/geometry.ts';

/** A picture in shades of gray, one byte a pixel, row by row: 0 is black, 255 is white. */
export type GrayPicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A word with its place but without a number yet. An OCR engine's boxes are in pixels of the picture. `confidence` is 0 to 1. */
export type PlacedWord = { readonly text: string; readonly box: Box; readonly confidence: number };

/** How to look at a picture: as one block of text, or as columns. `models` are names of OCR models, the likeliest first. */
export type OcrRequest = {
  readonly picture: GrayPicture;
  readonly models: readonly string[];
  readonly layout: 'block' | 'columns';
  /** The only letters that may be read, where that is known. */
  readonly letters?: string;
};

/** Recognises printed text. */
export interface OcrEngine {
  /** The words of each row of text, top to bottom. Throws any error when the engine breaks: the page is then unreadable. */
  recognize(request: OcrRequest): Promise<readonly (readonly PlacedWord[])[]>;

  close(): Promise<void>;
}
