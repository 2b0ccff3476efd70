import type { Mark } from '../../model/document.ts';
import type { Box } from '../../model/geometry.ts';
import type { PlacedWord } from '../../seam/ocr-engine.ts';
import { isHidden } from '../picture/find-hidden-words.ts';
import { lookAtPage } from '../picture/look-at-page.ts';
import { drawPage, scaleFor } from './draw-page.ts';
import type { Pdfium } from './load-pdfium.ts';
import type { TextLayer } from './read-text-layer.ts';

/** What a page with a good text layer shows beside its words, in points, and the words that it doesn't show. */
export type TextPageLooks = {
  readonly marks: readonly Mark[];
  readonly bars: readonly Box[];
  readonly hidden: ReadonlySet<PlacedWord>;
};

const nothing: TextPageLooks = { marks: [], bars: [], hidden: new Set() };
/** Fine enough for the smallest tick box. */
const dpi = 165;

/** Draws the page and looks at it, where its objects give a reason to: most pages need no drawing. */
export function lookAtTextPage(pdfium: Pdfium, page: number, layer: TextLayer): TextPageLooks {
  const { squares, bars, pale, invisible } = layer.counts;
  if (squares + bars + pale + invisible === 0) return nothing;
  const scale = scaleFor(layer.frame, dpi);
  const picture = drawPage(pdfium, page, layer.frame, { scale, colour: false });
  const looks = squares + bars > 0 ? lookAtPage(picture) : { marks: [], bars: [], strokes: [] };
  const mayHide = bars + pale + invisible > 0;
  return {
    marks: looks.marks.map(({ box, state }) => ({ box: toPoints(box, scale), state })),
    bars: looks.bars.map((box) => toPoints(box, scale)),
    hidden: new Set(mayHide ? layer.rows.flat().filter((word) => isHidden(word, picture, scale)) : []),
  };
}

function toPoints({ left, top, right, bottom }: Box, scale: number): Box {
  return { left: left / scale, top: top / scale, right: right / scale, bottom: bottom / scale };
}
