import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../src/advise/calendar/duration.ts';
import type { Localized } from '../../src/model/locale.ts';
import { pack } from './advice-case.ts';

/** Every text in both languages that stands anywhere in a value. */
function textsIn(value: unknown): readonly Localized[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { en, fr } = Object.fromEntries(Object.entries(value));
  if (typeof en === 'string' && typeof fr === 'string') return [{ en, fr }];
  return Object.values(value).flatMap(textsIn);
}

const provisions = new Set(pack.laws.provisions.map(({ id }) => id));
const figures = new Set(pack.figures.figures.map(({ id }) => id));
const routes = pack.routes.routes.map(({ id }) => id);

describe('the catalogue of documents', () => {
  test('holds every id once', () => {
    const ids = pack.documents.documents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(151);
  });

  test('names only figures that exist', () => {
    expect(pack.documents.documents.flatMap((document) => document.figures).filter((id) => !figures.has(id))).toEqual(
      [],
    );
  });

  test('tells a mistake to avoid for every document', () => {
    expect(pack.documents.documents.filter(({ mistakes }) => mistakes.length === 0).map(({ id }) => id)).toEqual([]);
  });
});

describe('routes', () => {
  test('are the fourteen of the contract', () => {
    const fourteen =
      'reapply reconsideration restoration trp judicial-review iad-appeal humanitarian arc wait change-category complete fairness-response representative leave';
    expect(routes.toSorted()).toEqual(fourteen.split(' ').toSorted());
  });

  test('name only law, fees and routes that exist', () => {
    const limits = pack.routes.routes.flatMap((route) => [...route.deadlines, ...route.earliest]);
    const laws = [...pack.routes.routes.flatMap(({ law }) => law), ...limits.map(({ law }) => law)];
    expect(laws.filter((id) => !provisions.has(id))).toEqual([]);
    expect(
      pack.routes.routes.flatMap(({ fees }) => fees.map(({ figure }) => figure)).filter((id) => !figures.has(id)),
    ).toEqual([]);
    expect(
      [pack.routes.stopRoute, ...pack.routes.orders.flatMap((order) => order.routes)].filter(
        (id) => !routes.includes(id),
      ),
    ).toEqual([]);
  });

  test('ask only for the states of routes before them', () => {
    for (const [at, route] of pack.routes.routes.entries()) {
      const named = [...JSON.stringify(route).matchAll(/"routes":\{"([a-z-]+)"/g)].map(([, id = '']) => id);
      expect(named.filter((id) => !routes.slice(0, at).includes(id))).toEqual([]);
    }
  });

  test('say why in every state that is shown, and end with a rule that always holds', () => {
    for (const { rules } of pack.routes.routes) {
      expect(rules.filter(({ state, why }) => state !== 'absent' && why === undefined)).toEqual([]);
      expect(rules.at(-1)?.when).toBeUndefined();
    }
  });

  test('count by durations that can be read, and roll only where the data says so: nowhere so far', () => {
    const limits = pack.routes.routes.flatMap((route) => [...route.deadlines, ...route.earliest]);
    for (const { within } of limits) if (within !== undefined) expect(parseDuration(within).count).toBeGreaterThan(0);
    expect(limits.filter(({ roll }) => roll !== 'none')).toEqual([]);
  });
});

describe('the law file', () => {
  test('holds each provision once, under an act that exists', () => {
    const acts = new Set(pack.laws.acts.map(({ id }) => id));
    expect(provisions.size).toBe(pack.laws.provisions.length);
    expect(pack.laws.provisions.filter(({ id }) => !acts.has(id.split('/')[0] ?? ''))).toEqual([]);
  });
});

describe('texts for people', () => {
  const files = [
    ['documents', pack.documents],
    ['routes', pack.routes],
    ['questions', pack.questions],
    ['figures', pack.figures],
  ] as const;

  test.each(files)('%s: French is not English, and no text holds a mark of an unchecked fact', (_, file) => {
    const texts = textsIn(file).filter(({ en }) => en.length > 12);
    expect(texts.filter(({ en, fr }) => en === fr)).toEqual([]);
    expect(texts.filter(({ en, fr }) => /\[(U|2ND|LAW|OFF|LTR)\]/.test(en + fr))).toEqual([]);
  });
});
