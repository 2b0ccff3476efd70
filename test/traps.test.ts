import { describe, expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../src/analyze.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { textDocument } from './eval/text-document.ts';
import { wordTraps } from './support/trap-cases.ts';
import { textTraps } from './support/trap-texts.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const options = { answers: {}, today: '2026-11-25', made: { at: '', analyzer: 'test' } };

// Traps of the page rather than of words stand elsewhere: lost tick boxes and cut margins among the fixture letters,
// dates and numbers in test/extract, layout and unreadable text layers in test/read.
describe('a letter does not lead the reader astray', () => {
  test.each([...wordTraps, ...textTraps])('trap $trap: $name', ({ text, has = [], hasNot = [], outcome, kind }) => {
    const { letter, grounds } = analyze(textDocument('trap.txt', text), options);
    const names = grounds.flatMap(({ ground, strength }) =>
      strength === 'possible' ? [] : [ground.replace(/^ca\./, '')],
    );
    const wrong =
      hasNot === 'any' ? names.filter((name) => !has.includes(name)) : hasNot.filter((name) => names.includes(name));
    expect({
      missing: has.filter((name) => !names.includes(name)),
      wrong,
      outcome: outcome === undefined ? undefined : letter.outcome,
      kind: kind === undefined ? undefined : letter.kind,
    }).toEqual({ missing: [], wrong: [], outcome, kind });
  });
});
