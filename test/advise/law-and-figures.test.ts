import { describe, expect, test } from 'vitest';
import { figureOn } from '../../src/advise/choose-figure.ts';
import { citeProvision, findProvision, lawRefOf } from '../../src/pack/law-ref.ts';
import { adviceFor, pack } from './advice-case.ts';

describe('a figure is the one in force on the day', () => {
  test.each([
    ['study-living-cost', '2025-08-31', 20635, false],
    ['study-living-cost', '2025-09-01', 22895, false],
    ['study-living-cost', '2026-08-31', 22895, false],
    ['study-living-cost', '2026-09-01', 22895, true],
    ['fee-trp', '2025-11-30', 239.75, false],
    ['fee-trp', '2025-12-01', 246.25, false],
    ['fee-trp', '2026-12-01', 246.25, true],
    ['fee-arc', '2026-01-01', 492.5, false],
    ['fee-permanent-economic', '2026-04-30', 990, false],
    ['fee-permanent-economic', '2026-04-29', 950, false],
    ['fee-permanent-economic', '2027-05-01', 990, true],
  ])('%s on %s is %d, to be checked: %s', (id, day, amount, check) => {
    const figure = figureOn(pack.figures, id, day);
    expect(figure?.rows[0]?.amount).toBe(amount);
    expect(figure?.check).toBe(check);
  });

  test('before its first value there is none', () => {
    expect(figureOn(pack.figures, 'fee-trp', '2020-01-01')).toBeUndefined();
  });

  test('an old amount is said to be old, beside it and as a note', () => {
    const grounds = [{ id: 'study-funds-r220', class: 'eligibility' as const, documents: ['gic-certificate'] }];
    const advice = adviceFor({
      kind: 'study-permit-refusal',
      application: 'study',
      issued: '2026-10-01',
      today: '2026-10-10',
      grounds,
    });
    expect(advice.checklist[0]?.figures[0]?.note?.en).toContain('may have changed since we last checked');
    expect(advice.notes.map(({ code }) => code)).toContain('figure-past-check');
  });

  test('an amount from a secondary source says so', () => {
    expect(figureOn(pack.figures, 'fee-trp', '2026-01-01')?.note?.en).toContain('We know this amount from reports');
  });
});

describe('provisions', () => {
  test.each([
    ['irpr/216/1/b', 'IRPR 216(1)(b)', 'RIPR 216(1)b)'],
    ['irpr/200/1/c/ii.1', 'IRPR 200(1)(c)(ii.1)', 'RIPR 200(1)c)ii.1)'],
    ['irpa/11.2/1', 'IRPA 11.2(1)', 'LIPR 11.2(1)'],
    ['irpr/133/1/j/i/b', 'IRPR 133(1)(j)(i)(B)', 'RIPR 133(1)j)i)B)'],
    ['irpa/39', 'IRPA 39', 'LIPR 39'],
  ])('%s reads %s and %s', (id, en, fr) => {
    expect(citeProvision(pack.laws, id)).toEqual({ en, fr });
  });

  test('a provision has its title and its official address by section, in both languages', () => {
    expect(lawRefOf(pack.laws, 'irpr/216/1/b')).toEqual({
      id: 'irpr/216/1/b',
      title: {
        en: 'IRPR 216(1)(b): study permit: you will leave at the end of your stay',
        fr: "RIPR 216(1)b) : permis d'études : quitter le pays à la fin du séjour",
      },
      url: {
        en: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-216.html',
        fr: 'https://laws-lois.justice.gc.ca/fra/reglements/DORS-2002-227/section-216.html',
      },
    });
  });

  test('an unlisted paragraph is known by what holds it', () => {
    expect(findProvision(pack.laws, 'irpr/220/d')?.id).toBe('irpr/220');
    expect(findProvision(pack.laws, 'irpr/999')).toBeUndefined();
  });
});

describe('law that changed between the letter and today', () => {
  const notes = (law: string, issued: string, today: string) =>
    adviceFor({
      kind: 'provincial-nominee-refusal',
      application: 'provincial-nominee',
      issued,
      today,
      grounds: [{ id: 'pnp-intent-establish', class: 'eligibility', law: [law] }],
    })
      .notes.filter(({ code }) => code === 'law-changed')
      .map(({ detail }) => detail.en);

  test('a provision repealed since the letter', () => {
    expect(notes('irpr/87/4', '2026-02-01', '2026-05-01')).toContainEqual(
      expect.stringMatching(
        /^IRPR 87\(4\) was in force when the letter was written and no longer is since Monday, March 30, 2026/,
      ),
    );
  });

  test('a provision that was gone when the letter was written', () => {
    expect(notes('irpr/87/4', '2026-04-15', '2026-05-01')).toEqual([
      expect.stringContaining('was not in force on the date of the letter'),
    ]);
  });

  test('a provision that came after the letter', () => {
    expect(notes('irpa/35.1/1', '2023-01-10', '2026-05-01')).toEqual([
      expect.stringContaining('was not in force on the date of the letter'),
    ]);
  });

  test('a provision whose text changed in between', () => {
    expect(notes('irpr/220.1/1/a', '2024-10-01', '2026-05-01')).toEqual([
      expect.stringContaining('changed on Friday, November 8, 2024, after the date of the letter'),
    ]);
  });

  test('nothing is said where nothing changed, or without a date', () => {
    expect(notes('irpr/87/2', '2026-04-15', '2026-05-01')).toEqual([]);
    expect(notes('irpr/216/1/b', '2026-04-15', '2026-05-01')).toEqual([]);
  });
});

describe('an amount that changed since the letter', () => {
  const shown = (issued: string, today: string) =>
    adviceFor({
      kind: 'study-permit-refusal',
      application: 'study',
      issued,
      today,
      grounds: [{ id: 'study-funds-r220', documents: ['funds-table'] }],
    }).checklist[0]?.figures[0];

  test('is shown as of today, with what it was on the day of the letter', () => {
    const figure = shown('2025-06-01', '2026-03-01');
    expect(figure?.rows[0]?.amount).toBe(22_895);
    expect(figure?.onLetterDay).toMatchObject({ since: '2024-01-01' });
    expect(figure?.onLetterDay?.rows[0]?.amount).toBe(20_635);
  });

  test('is shown once when it is the same', () => {
    expect(shown('2026-01-10', '2026-03-01')?.onLetterDay).toBeUndefined();
  });
});
