/** A rectangle in points (1/72 inch) on the upright page, measured from its top-left corner. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A box on a page, pages counted from 1. */
export type Place = { readonly page: number; readonly box: Box };

/** The smallest box around all the given ones. */
export function boxAround(boxes: readonly [Box, ...Box[]]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
