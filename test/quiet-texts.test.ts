import { describe, expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../src/analyze.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { readCases, readLabels } from './eval/labelled-case.ts';
import { scoreCase } from './eval/score-case.ts';
import { textDocument } from './eval/text-document.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const options = { answers: {}, today: '2026-11-25', made: { at: '', analyzer: 'test' } };
const labels = readLabels('fixtures/cases/labels.json');

// Pieces of approvals, acknowledgements, requests, fairness letters, court reports, guidance, advertising and talk.
describe('a piece of text that refuses nothing gives no ground', () => {
  test.each(readCases('fixtures/cases/quiet.jsonl'))('$id: $text', (labelled) => {
    const { grounds } = analyze(textDocument(`${labelled.id}.txt`, labelled.text), options);
    const reported = grounds.flatMap(({ ground, strength }) =>
      strength === 'possible' ? [] : [ground.replace(/^ca\./, '')],
    );
    expect(scoreCase(labelled, reported, labels).wrong).toEqual([]);
  });
});
