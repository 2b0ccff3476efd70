import type { Source } from './reader.ts';

/** Draws pages as people see them. */
export interface PageDrawer {
  /**
   * One page as a PNG, upright, in the frame of the report's boxes: a point of a box is dpi/72 pixels. Pages too large
   * for memory are drawn smaller, with the same proportions. Throws a Failure as Reader does, and request-invalid for a
   * page that isn't there.
   */
  draw(source: Source, page: number, dpi: number, signal: AbortSignal): Promise<Uint8Array>;
}
