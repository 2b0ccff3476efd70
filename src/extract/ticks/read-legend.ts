import type { Document, Line, Word } from '../../model/document.ts';
import type { ExtractPack, ExtractPacks } from '../compile-packs.ts';
import { findCues, readTokens } from '../read-cues.ts';
import { bracketState, glyphOf } from './glyphs.ts';
import type { Legend } from './settle-markers.ts';

/** What the letter's own key says of its marks, and the lines that hold the key. */
export type LegendReading = { readonly legend: Legend; readonly lines: ReadonlySet<Line> };

/** A key is one short line, or two: forms with thousands of boxes are not searched to the end. */
const linesTried = 200;

/** Finds sentences such as "✔ applies, ✘ does not" and takes them at their word. */
export function readLegend(document: Document, packs: ExtractPacks, pack: ExtractPack): LegendReading {
  const legend = new Map<string, 'ticked' | 'empty'>();
  const lines = new Set<Line>();
  let tried = 0;
  for (const line of document.pages.flatMap((page) => page.lines)) {
    const glyphs = line.words.flatMap((word) => markIn(word) ?? []);
    if (glyphs.length === 0) continue;
    tried += 1;
    if (tried > linesTried) break;
    const found = explain(line.words, glyphs, packs, pack);
    // One mark at a line's start beside "applies" is an item; a key names two, or puts the mark inside the sentence.
    if (found.size < 2 && glyphs[0]?.at === line.words[0]?.at) continue;
    for (const [glyph, state] of found) legend.set(glyph, state);
    if (found.size > 0) lines.add(line);
  }
  return { legend, lines };
}

type Seen = { readonly glyph: string; readonly at: number };

function markIn(word: Word): Seen | undefined {
  const text = word.text.replace(/^["'“«(]+(?=.)|["'”»,;:.=]+$/gu, '');
  const [character = ''] = text;
  const looks = text === character ? glyphOf(character) : undefined;
  const isMark = looks?.sure === true && looks.is !== 'bullet';
  if (isMark) return { glyph: character, at: word.at };
  return bracketState(word.text) === undefined ? undefined : { glyph: word.text, at: word.at };
}

/** Each mark goes with the words behind it, up to the next mark; where those say nothing, with the words before it. */
function explain(
  words: readonly Word[],
  glyphs: readonly Seen[],
  packs: ExtractPacks,
  pack: ExtractPack,
): ReadonlyMap<string, 'ticked' | 'empty'> {
  const said = [...packs.languages.keys()].flatMap((language) =>
    findCues(readTokens(words, language, packs, pack), language, pack).filter(
      (cue) => cue.type === 'tick-applies' || cue.type === 'tick-applies-not',
    ),
  );
  const found = new Map<string, 'ticked' | 'empty'>();
  if (said.length === 0) return found;
  for (const [number, { glyph, at }] of glyphs.entries()) {
    const next = glyphs[number + 1]?.at ?? Number.POSITIVE_INFINITY;
    const before = glyphs[number - 1]?.at ?? -1;
    const behind = said.filter((cue) => cue.span.from > at && cue.span.from < next);
    const ahead = said.filter((cue) => cue.span.to <= at && cue.span.from > before);
    const telling = behind.length > 0 ? behind : ahead;
    if (telling.length === 0) continue;
    found.set(glyph, telling.some((cue) => cue.type === 'tick-applies-not') ? 'empty' : 'ticked');
  }
  return found;
}
