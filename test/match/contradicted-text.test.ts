import { expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../../src/analyze.ts';
import type { Document } from '../../src/model/document.ts';
import type { Strength } from '../../src/model/ground.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { textMismatch } from '../../src/read/page-notes.ts';
import { readPlainText } from '../../src/read/read-plain-text.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const letter = `Dear Applicant,

I am refusing your application for a study permit on the following grounds:

- You do not have significant family ties outside Canada.
- I am not satisfied that you have sufficient funds for your studies, because the bank letter is a week old.
`;

function strengthsIn(notes: Document['notes']): ReadonlyMap<string, Strength> {
  const { pages } = readPlainText(Buffer.from(letter, 'utf8'));
  const document: Document = { name: 'a', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages, notes };
  const made = { at: '2026-11-25T00:00:00Z', analyzer: 'test' };
  const { grounds } = analyze(document, { answers: {}, today: '2026-11-25', made });
  return new Map(grounds.map(({ ground, strength }) => [ground, strength]));
}

test('every ground counts one step less in a file that stores other words than it shows', () => {
  const [sound, contradicted] = [strengthsIn([]), strengthsIn([textMismatch(1)])];
  const less = { stated: 'likely', likely: 'possible', possible: 'possible' } as const;
  expect([...sound.values()]).toContain('stated');
  expect([...contradicted]).toEqual([...sound].map(([ground, strength]) => [ground, less[strength]]));
});
