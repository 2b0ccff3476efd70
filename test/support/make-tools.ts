import { createMemoryAudit } from '../../src/adapter/audit-trail.ts';
import { createMemoryEvents } from '../../src/adapter/create-memory-events.ts';
import { createMeter } from '../../src/adapter/create-meter.ts';
import { createMemoryFiles } from '../../src/adapter/files/create-memory-files.ts';
import { createMemoryKeyStore } from '../../src/adapter/store/memory/create-memory-keys.ts';
import { createMemoryStore } from '../../src/adapter/store/memory/create-memory-store.ts';
import { unpack } from '../../src/adapter/unpack.ts';
import { sha256Of } from '../../src/job/accept-letter.ts';
import type { Tools } from '../../src/job/tools.ts';
import { Failure } from '../../src/model/failure.ts';
import type { Clock } from '../../src/seam/clock.ts';
import { demoReport } from './demo-report.ts';
import { sampleDocument } from './sample-document.ts';

/** A clock that stands until it is moved. */
export function standingClock(
  day = '2026-11-25',
): Clock & { set(day: string): void; pass(milliseconds: number): void } {
  let now = Date.parse(`${day}T12:00:00Z`);
  let elapsed = 0;
  return {
    now: () => new Date(now),
    today: () => new Date(now).toISOString().slice(0, 10),
    elapsed: () => elapsed,
    set: (to) => {
      now = Date.parse(`${to}T12:00:00Z`);
    },
    pass: (milliseconds) => {
      now += milliseconds;
      elapsed += milliseconds;
    },
  };
}

const whitePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/**
 * Everything in memory, with a reader that knows one letter. A text says what should happen: `slow` waits until its
 * signal, `locked` is encrypted (by `open sesame`), `damaged` can't be read, `breaks` is a defect, `odd type` is refused at the door.
 */
export function makeTools(changes: Partial<Tools> = {}): Tools {
  const clock = changes.clock ?? standingClock();
  const { letters, batches, queue } = createMemoryStore(clock);
  const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  return {
    readLetter: async ({ name, bytes, password }, signal, progress) => {
      const text = textOf(bytes);
      progress?.(0, 1);
      if (text.includes('slow')) {
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      }
      if (text.includes('locked') && password !== 'open sesame')
        throw new Failure('file-encrypted', 'The file is locked. Print it to a new PDF.');
      if (text.includes('damaged')) throw new Failure('file-unreadable', 'The file is damaged. Save it again.');
      if (text.includes('breaks')) throw new RangeError('secret text of a letter');
      progress?.(1, 1);
      return sampleDocument(name, sha256Of(bytes));
    },
    drawPage: async () => whitePixel,
    analyze: (document, answers) => demoReport(document, answers),
    split: (document) => [document],
    explain: () => ({ found: [], suggested: [] }),
    checkFile: (bytes) => {
      if (bytes.length === 0) throw new Failure('file-unreadable', 'The file is empty. Save it again.');
      if (textOf(bytes).includes('odd type')) throw new Failure('file-type-unsupported', 'Not a letter. Send a PDF.');
    },
    packs: [],
    reportSchema: { type: 'object' },
    forms: {
      html: {
        mediaType: 'text/html',
        title: { en: 'Page', fr: 'Page' },
        render: (report, language) => `<p>${report.letter.title[language]}</p>`,
      },
      txt: {
        mediaType: 'text/plain',
        title: { en: 'Text', fr: 'Texte' },
        render: (report, language) => report.letter.title[language],
      },
    },
    letters,
    batches,
    queue,
    files: createMemoryFiles(),
    events: createMemoryEvents(),
    keys: createMemoryKeyStore(clock),
    // Alone: nobody else could have a duty.
    duties: { take: async () => true },
    audit: createMemoryAudit(),
    meter: createMeter({ queue: () => queue.count(), readers: () => 0 }),
    clock,
    log: () => {},
    unzip: (source) => unpack(source, 'entries'),
    sample: async () => ({ name: 'sample.txt', bytes: Buffer.from('a sample letter') }),
    ...changes,
  };
}
