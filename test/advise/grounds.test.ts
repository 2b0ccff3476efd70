import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advise/advise.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { fact, letterOf } from './advice-case.ts';

const [country] = loadPacks('patterns').countries;
const grounds = (country?.grounds ?? []).filter(({ status }) => status !== 'retired');
const catalogue = (country?.documents.documents ?? []).map(({ id }) => id);
const byId = new Map(grounds.map((ground) => [ground.id, ground]));

describe('every ground of the packs leads to something', () => {
  test('there are grounds to walk', () => {
    expect(grounds.length).toBeGreaterThan(40);
  });

  test.each(grounds.map((ground) => [ground.id, ground] as const))('%s', (id, ground) => {
    if (country === undefined) throw new RangeError('no pack');
    const { evidence } = fact('x');
    const advice = advise({
      letter: letterOf({ kind: 'refusal', application: ground.applications[0] ?? 'any', issued: '2026-11-01' }),
      matches: {
        grounds: [
          { ground: id, strength: 'stated', sightings: [{ clue: 'wording', zone: 'reasons', pattern: 'x', evidence }] },
        ],
        dismissed: [],
        unrecognised: [],
      },
      pack: country,
      grounds: byId,
      answers: { submitted: catalogue },
      today: '2026-11-25',
    });
    expect(advice.routes.length).toBeGreaterThan(0);
    expect(advice.remedies.length).toBeGreaterThan(0);
    for (const { documents, held } of advice.remedies)
      expect(documents.length > 0 || (held?.en ?? '') !== '').toBe(true);
    const asked = ground.remedies.flatMap(({ documents }) => documents.map((document) => document.id));
    const listed = advice.held === undefined ? [...new Set(asked)] : [];
    expect(advice.checklist.map(({ document }) => document).toSorted()).toEqual(listed.toSorted());
    expect(JSON.stringify(advice)).not.toMatch(/\{(day|on|when|within|law|first|last|before|told|read)\}/);
    expect(ground.sources.length).toBeGreaterThan(0);
    for (const item of advice.checklist) {
      const { mustShow, how, validity, translation, alternative, mistakes, submitted } = item;
      for (const said of [mustShow, how, validity, translation, alternative, ...mistakes]) {
        expect(said?.en, item.document).toMatch(/\w/);
        expect(said?.fr, item.document).toMatch(/\w/);
      }
      expect(mistakes.length, item.document).toBeGreaterThan(0);
      expect(submitted?.en, item.document).toMatch(/\w/);
    }
    const decides = ['must-have', 'answers', 'supports'];
    const order = advice.checklist.map((item) => decides.indexOf(item.decides));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  test('a ground without documents says why in words of its own', () => {
    const bare = grounds.filter(({ remedies }) => remedies.length === 0);
    const silent = bare.filter(({ noRemedy, class: kind }) => noRemedy === undefined && kind !== 'consequence');
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('misrepresentation, security, crime and false papers send to a representative first', () => {
    const stopped = new Set(
      grounds.filter(({ stop, class: kind }) => stop !== undefined || kind === 'hard-stop').map(({ id }) => id),
    );
    const must =
      'misrepresentation misrep-sponsored security human-rights-violations serious-criminality criminality organized-crime document-authenticity truthfulness-a16';
    expect(must.split(' ').filter((name) => !stopped.has(`ca.${name}`))).toEqual([]);
  });
});
