import type { OpenStore } from '../../src/app/open-store.ts';
import { newLetter } from '../../src/job/accept-letter.ts';
import type { Found, LetterRecord } from '../../src/seam/store.ts';
import { onEachStore } from './each-store.ts';
import { goal } from './goal.ts';
import { percentile } from './percentile.ts';

const inBatch = 10_000;
const repeats = 40;
const atOnce = 500;

const pick = <Item>(items: readonly Item[], at: number): readonly Item[] => items.slice(at % items.length).slice(0, 1);
const grounds = Array.from({ length: 40 }, (_, at) => `ground-${at}`);

/** What was found in the letter of this number: some kinds, three years of months, three grounds of forty. */
export function foundOf(at: number): Found {
  const month = String((at % 12) + 1).padStart(2, '0');
  return {
    kind: `kind-${at % 7}`,
    outcome: 'refused',
    application: 'study',
    language: at % 3 === 0 ? 'fr' : 'en',
    issued: `${2024 + (at % 3)}-${month}-15`,
    grounds: [at, at * 7 + 1, at * 13 + 5]
      .flatMap((one) => pick(grounds, one))
      .map((id) => ({ id, strength: 'stated' })),
    unrecognised: 0,
    ...(at % 5 === 0 ? { deadline: `2027-${month}-01`, deadlineFor: 'reapply' } : {}),
    check: at % 4 === 0,
  };
}

function letterOf(at: number, change: Partial<LetterRecord>): LetterRecord {
  const source = { name: `letter-${at}.pdf`, bytes: new Uint8Array(100) };
  return { ...newLetter({ owner: 'me', source, answers: {} }, `sha-${at}`, '2026-11-25T12:00:00.000Z'), ...change };
}

/** So many letters, done, in batches of ten thousand. */
async function fillStore({ letters, batches }: OpenStore, rows: number): Promise<void> {
  for (let at = 0; at < rows; at += inBatch)
    await batches.open({ id: `b${at / inBatch}`, owner: 'me', name: '', created: '2026-11-25', refused: [] });
  for (let at = 0; at < rows; at += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, rows - at) }, (_, each) =>
      letterOf(at + each, {
        batch: `b${Math.floor((at + each) / inBatch)}`,
        state: 'done',
        found: foundOf(at + each),
      }),
    );
    await letters.accept(some, 'both');
  }
}

/** How long lists, filters and sums take among so many letters, in batches of ten thousand. */
export const benchLists = (rows: number): AsyncGenerator<string> =>
  onEachStore(async function* measure(store, used, isServer) {
    const { letters, batches } = store;
    const begun = performance.now();
    await fillStore(store, rows);
    yield `lists: ${rows} letters written in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
    const middle = await letters.list('me', { limit: Math.max(1, Math.floor(rows / 2)) });
    const after = middle.next === undefined ? {} : { after: middle.next };
    const questions: Readonly<Record<string, () => Promise<unknown>>> = {
      'first page of 100': () => letters.list('me', { limit: 100 }),
      'page of 100 in the middle': () => letters.list('me', { limit: 100, ...after }),
      'page of a batch': () => letters.list('me', { batch: 'b0', limit: 100 }),
      'page by state': () => letters.list('me', { batch: 'b0', state: 'done', limit: 100 }),
      'page by ground': () => letters.list('me', { batch: 'b0', ground: 'ground-7', limit: 100 }),
      'counts of a batch': () => batches.find('me', 'b0'),
      'all batches with counts': () => batches.list('me'),
      'sums of a batch': () => batches.summarize('me', 'b0'),
    };
    for (const [name, ask] of Object.entries(questions)) {
      const before = used();
      const times: number[] = [];
      for (let turn = 0; turn < repeats; turn += 1) {
        const start = performance.now();
        await ask();
        times.push(performance.now() - start);
      }
      const processor = ((used() - before) * 1000) / repeats;
      const p50 = percentile(times, 50).toFixed(1);
      yield `lists: ${name}: ${processor.toFixed(1)} ms CPU, p50 ${p50} ms, ${goal('p95', percentile(times, 95), isServer ? 50 : 100, 'ms')}`;
    }
  });
