import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../src/analyze.ts';
import type { App } from '../src/app.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { textDocument } from './eval/text-document.ts';
import { makeApp, readFixture } from './support/make-app.ts';
import { type TrapCase, wordTraps } from './support/trap-cases.ts';
import { factTraps } from './support/trap-facts.ts';
import { senderTraps } from './support/trap-senders.ts';
import { textTraps } from './support/trap-texts.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const options = { answers: {}, today: '2026-11-25', made: { at: '', analyzer: 'test' } };

type Report = ReturnType<typeof analyze>;

/** What the report says, of just that which the case speaks of. */
function seenIn(report: Report, trap: TrapCase) {
  const { letter, grounds } = report;
  const names = namesOf(report, 'sure');
  const { has = [], hasNot = [] } = trap;
  const codes = report.notes.map(({ code }) => code);
  const quotes = grounds.flatMap(({ sightings }) => sightings.map(({ evidence }) => evidence.quote));
  const advice = JSON.stringify([report.remedies, report.checklist, report.routes]);
  return {
    missing: has.filter((name) => !names.includes(name)),
    wrong:
      hasNot === 'any' ? names.filter((name) => !has.includes(name)) : hasNot.filter((name) => names.includes(name)),
    outcome: trap.outcome === undefined ? undefined : letter.outcome,
    kind: trap.kind === undefined ? undefined : letter.kind,
    notesMissing: (trap.notes ?? []).filter((code) => !codes.some((each) => each === code)),
    notesWrong: (trap.notesWithout ?? []).filter((code) => codes.some((each) => each === code)),
    facts: Object.keys(trap.facts ?? {}).map((name) => factOf(report, name)),
    days: trap.days === undefined ? undefined : letter.printedDeadlines?.map(({ value }) => value.days),
    notPossible: (trap.possible ?? []).filter((name) => !namesOf(report, 'possible').includes(name)),
    notQuoted: (trap.quotes ?? []).filter((words) => !quotes.some((quote) => quote.includes(words))),
    inAdvice: (trap.figuresWithout ?? []).filter((words) => advice.includes(words)),
  };
}

function namesOf({ grounds }: Report, which: 'sure' | 'possible'): readonly string[] {
  return grounds.flatMap(({ ground, strength }) =>
    (strength === 'possible') === (which === 'possible') ? [ground.replace(/^ca\./, '')] : [],
  );
}

function factOf({ letter }: Report, name: string): string | undefined {
  if (name === 'issued') return letter.issued?.value;
  return name === 'reference' ? letter.reference?.value : letter.clientId?.value;
}

describe('a letter does not lead the reader astray', () => {
  test.each([...wordTraps, ...textTraps, ...factTraps, ...senderTraps])('trap $trap: $name', (trap) => {
    const report = analyze(textDocument('trap.txt', trap.text), options);
    expect(seenIn(report, trap)).toEqual({
      missing: [],
      wrong: [],
      outcome: trap.outcome,
      kind: trap.kind,
      notesMissing: [],
      notesWrong: [],
      facts: Object.values(trap.facts ?? {}),
      days: trap.days,
      notPossible: [],
      notQuoted: [],
      inAdvice: [],
    });
  });
});

describe('a page does not lead the reader astray', () => {
  let app: App;
  beforeAll(() => {
    app = makeApp();
  });
  afterAll(async () => {
    await app.reader.close();
  });

  test('trap 30: a photo that cuts the tick boxes off says so, and no printed ground counts', async () => {
    const { report } = await readFixture(app, 'fixtures/letters/a-visitor-tick-form-en-cut.jpg');
    expect(report.notes.map(({ code }) => code)).toContain('ticks-unreadable');
    expect(report.boxes.filter(({ state }) => state === 'ticked')).toEqual([]);
    expect(namesOf(report, 'sure').filter((name) => name !== 'requirements-not-met-generic')).toEqual([]);
  });

  test('trap 30: une photo de travers se lit jusqu’aux motifs', async () => {
    const { report } = await readFixture(app, 'fixtures/letters/c-study-fr-photo.jpg');
    expect({ language: report.letter.language, outcome: report.letter.outcome }).toEqual({
      language: 'fr',
      outcome: 'refused',
    });
    expect(namesOf(report, 'sure').length).toBeGreaterThan(1);
  });

  test.each(['shuffled-text.pdf', 'private-use-text.pdf'])(
    'trap 31: a text layer that holds other letters than the page shows is read from the picture: %s',
    async (file) => {
      const { report } = await readFixture(app, `fixtures/broken/${file}`);
      expect(report.notes.map(({ code }) => code)).toContain('text-layer-bad');
      expect(report.letter.outcome).toBe('refused');
      expect(namesOf(report, 'sure').length).toBeGreaterThan(0);
    },
  );

  test('trap 31: a locked file is a clear problem, not an empty letter', async () => {
    await expect(readFixture(app, 'fixtures/broken/locked.pdf')).rejects.toMatchObject({ code: 'file-encrypted' });
  });
});
