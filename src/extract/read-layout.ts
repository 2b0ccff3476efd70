import type { Document } from '../model/document.ts';
import type { ExtractPack, ExtractPacks } from './compile-packs.ts';
import type { Block } from './layout/block.ts';
import { findFurniture } from './layout/find-furniture.ts';
import type { Segment } from './layout/segment.ts';
import { splitBlocks } from './layout/split-blocks.ts';
import { findCues, readTokens } from './read-cues.ts';
import { joinMarks } from './ticks/join-marks.ts';
import { readLegend } from './ticks/read-legend.ts';
import { settleMarkers } from './ticks/settle-markers.ts';

/** The paragraphs, items and cells of a document, with their bullets and boxes. */
export function readLayout(document: Document, packs: ExtractPacks, pack: ExtractPack): readonly Block[] {
  const { legend, lines } = readLegend(document, packs, pack);
  const joined = document.pages.flatMap((page) => joinMarks(page, lines));
  const whole = new Set([...lines].flatMap((line) => line.words[0]?.at ?? []));
  const plain = joined.filter((segment) => !whole.has(segment.words[0].at));
  const settled = new Map(plain.map((segment, at) => [segment, at]));
  const marked = settleMarkers(plain, legend);
  const segments = joined.map((segment) => marked[settled.get(segment) ?? -1] ?? segment);
  return splitBlocks(
    segments,
    findFurniture(segments, (segment) => isFurniture(segment, packs, pack)),
  );
}

/** A short line that begins with words of page furniture, in any language. */
function isFurniture(segment: Segment, packs: ExtractPacks, pack: ExtractPack): boolean {
  return [...packs.languages.keys()].some((language) =>
    findCues(readTokens(segment.words, language, packs, pack), language, pack, 'furniture').some(
      (cue) => cue.from === 0 && segment.words.length <= Number(cue.id),
    ),
  );
}
