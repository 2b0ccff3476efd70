import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DegradationKind, degradationKinds } from '../../fixtures/make/degrade.ts';
import type { ReaderPool } from '../../src/adapter/create-reader-pool.ts';
import type { App } from '../../src/app.ts';
import { familySeconds } from '../support/child-processes.ts';
import { makeApp } from '../support/make-app.ts';
import { openTestPool } from '../support/test-pool.ts';
import { type BenchPage, makeBenchPages, seenIn, textOf } from './bench-page.ts';
import { type ClassTally, writeGoals } from './ocr-goals.ts';
import { countEach, headRow, writeGrounds, writeRow } from './ocr-table.ts';
import { addTallies, emptyTally, type Tally } from './ocr-tally.ts';
import { countNumbers, editsWithin, plainText } from './text-errors.ts';
import { isInstalled } from './time-command.ts';

type ReadText = { readonly text: string; readonly grounds: readonly string[] };
type Way = { readonly name: string; readonly read: (bytes: Uint8Array, page: BenchPage) => Promise<ReadText> };

const nativeProgram: string = 'tesseract';
/** A wording counts as found when so few of its characters are wrong: matching forgives about as much. */
const mostWrong = 0.1;

/** Per class of spoilt page: how well it is read, and what that costs, beside the installed Tesseract on the same pictures. */
export async function* benchOcr(letters: number, classes?: readonly string[]): AsyncGenerator<string> {
  const kinds = degradationKinds.filter((kind) => classes === undefined || classes.includes(kind));
  const app = makeApp();
  const pages = await makeBenchPages(letters, app);
  const ways = openWays(app);
  try {
    yield `${pages.length} letters: ${pages.map(({ name }) => name).join(', ')}; wordings on them: ${pages.reduce((sum, { wordings }) => sum + wordings.length, 0)}`;
    yield headRow(ways.list);
    const totals = ways.list.map(() => emptyTally);
    const own: ClassTally[] = [];
    // Loading libraries and models is no page's cost.
    await tallyKind('d150', pages.slice(0, 1), ways.list);
    for (const kind of kinds) {
      const row = await tallyKind(kind, pages, ways.list);
      yield writeRow(kind, row);
      const [first = emptyTally, prepared, raw] = row;
      own.push({ kind, tally: first, prepared, raw });
      const { missed } = first;
      if (missed.length > 0) yield `${' '.repeat(9)} misread: ${countEach(missed)}`;
      for (const [index, tally] of row.entries()) totals[index] = addTallies(totals[index] ?? emptyTally, tally);
    }
    yield writeRow('all', totals);
    yield* totals.map((tally, index) => writeGrounds(ways.list[index]?.name ?? '', tally));
    yield* writeGoals(own);
  } finally {
    await ways.close();
    await app.reader.close();
  }
}

function openWays(app: App): { readonly list: readonly Way[]; readonly close: () => Promise<void> } {
  const own = openTestPool();
  if (!isInstalled(nativeProgram)) return { list: [ownWay('ours', own, app)], close: () => own.close() };
  const native = openTestPool({ engines: { ocr: 'native' } });
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-ocr-'));
  return {
    list: [ownWay('ours', own, app), ownWay('native prepared', native, app), rawWay(folder)],
    close: async () => {
      await Promise.all([own.close(), native.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

function ownWay(name: string, pool: ReaderPool, app: App): Way {
  return {
    name,
    read: async (bytes) => {
      const document = await pool.read({ name: 'page', bytes }, new AbortController().signal);
      return { text: textOf(document), grounds: seenIn(document, app).grounds };
    },
  };
}

/** The installed program on the file as it is, told the language. */
function rawWay(folder: string): Way {
  return {
    name: 'native raw',
    read: async (bytes, { language }) => {
      const file = path.join(folder, 'page');
      writeFileSync(file, bytes);
      const flags = [file, '-', '-l', language === 'fr' ? 'fra' : 'eng', '--oem', '1'];
      const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
      const text = execFileSync(nativeProgram, flags, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
      return { text, grounds: [] };
    },
  };
}

async function tallyKind(kind: DegradationKind, pages: readonly BenchPage[], ways: readonly Way[]): Promise<Tally[]> {
  const row = ways.map(() => emptyTally);
  for (const page of pages) {
    const bytes = await page.spoil(kind);
    for (const [index, way] of ways.entries())
      row[index] = addTallies(row[index] ?? emptyTally, await tallyPage(way, bytes, page));
  }
  return row;
}

async function tallyPage(way: Way, bytes: Uint8Array, page: BenchPage): Promise<Tally> {
  const start = familySeconds();
  const { text, grounds } = await readOrNothing(way, bytes, page);
  const seconds = familySeconds() - start;
  const read = plainText(text);
  const digits = countNumbers(page.all, read);
  return {
    pages: 1,
    edits: editsWithin(page.body, read),
    characters: page.body.length,
    found: page.wordings.filter((wording) => editsWithin(wording, read) <= wording.length * mostWrong).length,
    wordings: page.wordings.length,
    right: digits.right,
    digits: digits.all,
    grounds: {
      hit: grounds.filter((id) => page.grounds.includes(id)).length,
      wanted: page.grounds.length,
      given: grounds.length,
    },
    seconds,
    missed: digits.missed,
  };
}

/** A page that can't be read counts as empty: the table goes on. */
async function readOrNothing(way: Way, bytes: Uint8Array, page: BenchPage): Promise<ReadText> {
  try {
    return await way.read(bytes, page);
  } catch {
    return { text: '', grounds: [] };
  }
}
