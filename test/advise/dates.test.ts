import { describe, expect, test } from 'vitest';
import { adviceFor, type Case, routeIn } from './advice-case.ts';

const inside = { decided: 'inside' } as const;

const codes = (given: Case): readonly string[] => adviceFor(given).notes.map(({ code }) => code);
const lastDay = (given: Case): string | undefined => routeIn(adviceFor(given), 'judicial-review')?.deadline?.on;
const asks = (given: Case): boolean => adviceFor(given).questions.some(({ id }) => id === 'letter-date');

describe('a letter date that is not sure is asked about, never guessed', () => {
  test.each<readonly [string, Case, string]>([
    ['no date', { answers: inside }, 'date-missing'],
    ['two readings', { issuedReadings: ['2026-02-03', '2026-03-02'], answers: inside }, 'date-ambiguous'],
    ['a date in the future', { issued: '2026-04-01', answers: inside }, 'date-in-future'],
    ['a date before 1990', { issued: '1983-04-01', answers: inside }, 'date-too-old'],
    ['the person tells a date in the future', { answers: { ...inside, issued: '2026-12-01' } }, 'date-in-future'],
    [
      'the person tells a day that does not exist',
      { answers: { ...inside, issued: '2026-02-30' } },
      'answers-contradict',
    ],
    [
      'the person tells neither of the two readings',
      { issuedReadings: ['2026-02-03', '2026-03-02'], answers: { ...inside, issued: '2026-02-20' } },
      'answers-contradict',
    ],
  ])('%s', (_, given, code) => {
    expect(codes(given)).toContain(code);
    expect(lastDay(given)).toBeUndefined();
    expect(asks(given)).toBe(true);
  });

  test('told which reading is right, days are counted and nothing is said', () => {
    const given = { issuedReadings: ['2026-02-03', '2026-03-02'], answers: { ...inside, issued: '2026-03-02' } };
    expect(lastDay(given)).toBe('2026-03-17');
    expect(codes(given)).toEqual([]);
    expect(asks(given)).toBe(false);
  });

  test('a misread future date gives way to the date the person tells', () => {
    expect(lastDay({ issued: '2062-03-01', answers: { ...inside, issued: '2026-03-01' } })).toBe('2026-03-16');
  });

  test('a very old letter keeps its date: every limit is simply past', () => {
    const route = routeIn(adviceFor({ issued: '2005-03-01', answers: inside }), 'judicial-review');
    expect(route).toMatchObject({ state: 'unknown', deadline: { on: '2005-03-16', passed: true } });
  });

  test('a letter without limits is not asked for its date', () => {
    expect(codes({ kind: 'approval', grounds: [] })).toEqual([]);
  });

  test('a note that the letter carries already is not said twice', () => {
    expect(codes({ answers: inside }).filter((code) => code === 'date-missing')).toHaveLength(1);
  });
});

describe('answers that cannot be are said and not used', () => {
  const issued = '2026-03-01';

  test.each<readonly [string, Case]>([
    ['told before the letter was written', { issued, answers: { ...inside, notified: '2026-02-01' } }],
    ['told tomorrow', { issued, answers: { ...inside, notified: '2026-03-12' } }],
    ['a breach that stops tomorrow', { issued, answers: { ...inside, breachEnded: '2026-03-12' } }],
    ['told on a day that does not exist', { issued, answers: { ...inside, notified: '2026-02-29' } }],
    ['another date than the letter shows', { issued, answers: { ...inside, issued: '2026-03-04' } }],
    ['another place than the letter shows', { issued, decidedWhere: 'outside', answers: { decided: 'inside' } }],
  ])('%s', (_, given) => {
    expect(codes(given)).toEqual(['answers-contradict']);
    expect(lastDay(given)).toBe('2026-03-16');
  });

  test('an answer that the letter contradicts gives way to the letter, and both are named', () => {
    const given = {
      kind: 'visitor-extension-refusal',
      issued,
      grounds: [{ id: 'extension-late', class: 'eligibility' as const }],
      answers: { appliedBeforeExpiry: true, statusExpires: '2026-02-01' },
    };
    const [note] = adviceFor(given).notes;
    expect(note?.detail.en).toContain(
      'You say that you filed before your stay ended. The letter says that you filed too late.',
    );
    expect(routeIn(adviceFor(given), 'restoration')?.deadline?.on).toBe('2026-05-02');
  });

  test('no removal order, says the person; the letter speaks of one', () => {
    const given = { kind: 'removal', issued, grounds: [], answers: { removalOrder: false } };
    expect(codes(given)).toEqual(['answers-contradict']);
    expect(adviceFor(given).routes[0]?.id).toBe('ca.representative');
  });

  test('the words of a note name the days', () => {
    const [note] = adviceFor({ issued, answers: { ...inside, issued: '2026-03-04' } }).notes;
    expect(note?.detail).toEqual({
      en: 'We read the date Sunday, March 1, 2026 on the letter. You told us Wednesday, March 4, 2026. Until you have checked, we count from the earlier one, Sunday, March 1, 2026.',
      fr: 'Nous avons lu la date du dimanche 1er mars 2026 sur la lettre. Vous nous avez dit le mercredi 4 mars 2026. En attendant votre vérification, nous comptons à partir de la plus ancienne, le dimanche 1er mars 2026.',
    });
  });
});
