import type { Sentence, TickBox, Zone } from '../model/letter.ts';
import type { Language } from '../model/locale.ts';
import type { Draft } from './cue.ts';
import type { Block } from './layout/block.ts';

export type Finished = {
  readonly drafts: readonly Draft[];
  readonly zones: readonly Zone[];
  readonly listed: ReadonlySet<Draft>;
  readonly boxes: ReadonlyMap<Block, TickBox>;
  readonly blocks: readonly Block[];
  /** Of the letter: page furniture speaks no language of its own. */
  readonly language: Language;
};

/** The sentences as the next stages see them, page furniture among them, in the order of the letter. */
export function finishSentences({ drafts, zones, listed, boxes, blocks, language }: Finished): readonly Sentence[] {
  const sentences = drafts.map((draft, at): Sentence => {
    const box = boxes.get(draft.block);
    return {
      span: draft.span,
      zone: zones[at] ?? 'reasons',
      language: draft.language,
      bullet: draft.block.marker !== undefined,
      listed: listed.has(draft),
      ...(box === undefined ? {} : { box }),
      ...(draft.skip.length === 0 ? {} : { skip: draft.skip }),
    };
  });
  const furniture = blocks.flatMap(({ furniture: isFurniture, words }): Sentence[] => {
    const [first] = words;
    if (!isFurniture || first === undefined) return [];
    const span = { from: first.at, to: (words.at(-1) ?? first).at + 1 };
    return [{ span, zone: 'furniture', language, bullet: false, listed: false }];
  });
  return [...sentences, ...furniture].sort((one, other) => one.span.from - other.span.from);
}
