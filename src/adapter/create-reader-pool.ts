import { createHash } from 'node:crypto';
import { Failure } from '../model/failure.ts';
import type { Note } from '../model/note.ts';
import { once } from '../model/once.ts';
import { type Sniffed, sniffMediaType } from '../read/media-type.ts';
import { polyglot } from '../read/page-notes.ts';
import { readPlainText } from '../read/read-plain-text.ts';
import { refuseType } from '../read/refuse-type.ts';
import type { PageDrawer } from '../seam/page-drawer.ts';
import type { Reader, Source } from '../seam/reader.ts';
import { createChildPool } from './child/child-pool.ts';
import { findContainment, type Measure } from './child/containment.ts';
import type { Answer, Hearing } from './child/reader-child.ts';
import { unpackInChild } from './child/unpack-in-child.ts';
import type { OcrChoice, ReadingLimits } from './reading-settings.ts';
import { holdsFiles, type Unpacking } from './unpack.ts';

export type ReaderPoolOptions = {
  /** How many letters are read at a time. */
  readonly size: number;
  readonly limits: ReadingLimits;
  readonly engines: { readonly ocr: OcrChoice };
  /** The built file of src/bin/reader.ts. */
  readonly childScript: string;
  /** By language. They tell the language of a page, and text from garbage. */
  readonly stopWords: Readonly<Record<string, readonly string[]>>;
  /** By language, the likeliest first: the name of its OCR model. */
  readonly ocrModels: Readonly<Record<string, string>>;
  /** The folder of the project's own OCR models. */
  readonly modelFolder: string;
};

export type ReaderPool = Reader &
  PageDrawer & {
    /**
     * What is in an archive or a mail, one file at a time; any other file is its own only one. It is opened in a process
     * of its own. Throws a Failure as `read` does.
     */
    readonly unpack: (source: Source, as: Unpacking, signal: AbortSignal) => AsyncIterable<Source>;
    /** Processes that read letters now. */
    readonly running: () => number;
    /** Why pictures can't be read here, and what to do about it, found out once; nothing when they can. */
    readonly findOcrProblem: () => Promise<string | undefined>;
    /** Which protections the system gives the processes that read letters, and which it lacks. */
    readonly describeContainment: () => Promise<{
      readonly active: readonly Measure[];
      readonly missing: readonly Measure[];
    }>;
  };

/**
 * Reads plain text here and everything else in child processes, which are started when the first such letter comes. A
 * child that hangs, dies or answers nonsense costs its letter an error, nothing more.
 */
export function createReaderPool(options: ReaderPoolOptions): ReaderPool {
  const { size, limits, engines, childScript, stopWords, ocrModels, modelFolder } = options;
  const settings = { limits, stopWords, ocrModels, modelFolder, ocr: engines.ocr };
  const contain = once(findContainment);
  const pool = createChildPool({ size, settings, childScript, contain });
  // A place of its own, so that an upload never waits for letters to be read, and a new child for each archive.
  const unpacker = createChildPool({ size: 1, settings, childScript, contain, tasksEach: 1 });

  async function* unpack(source: Source, as: Unpacking, signal: AbortSignal): AsyncGenerator<Source> {
    signal.throwIfAborted();
    if (holdsFiles(source.bytes, as)) yield* unpackInChild(unpacker, source, as, signal);
    else yield source;
  }

  /** Of an archive or a mail with one letter, that letter. Whoever expects several unpacks them first. */
  async function onlyLetter(source: Source, signal: AbortSignal): Promise<Source> {
    if (source.bytes.length > limits.maxFileBytes) throw tooLarge(limits.maxFileBytes);
    if (!holdsFiles(source.bytes, 'letters')) return source;
    let [only, count] = [source, 0];
    for await (const letter of unpack(source, 'letters', signal)) {
      count += 1;
      only = letter;
    }
    if (count === 1) return { ...source, bytes: only.bytes };
    throw new Failure('file-type-unsupported', `This file holds ${count} files. Give them one by one, or as a batch.`);
  }

  return {
    async read(source, signal, progress = () => undefined) {
      signal.throwIfAborted();
      const sha256 = createHash('sha256').update(source.bytes).digest('hex');
      const letter = await onlyLetter(source, signal);
      const { mediaType, polyglot: twoTypes } = admit(letter, limits);
      const { pages, notes } =
        mediaType === 'text/plain'
          ? readText(letter, limits, progress)
          : expectRead(
              await pool.carryOut({ ask: 'read', source: { ...letter, mediaType } }, signal, { ...deaf, progress }),
            );
      const own: readonly Note[] = twoTypes ? [polyglot()] : [];
      return { name: source.name, sha256, mediaType, pages, notes: [...own, ...notes] };
    },
    async draw(source, page, dpi, signal) {
      signal.throwIfAborted();
      const letter = await onlyLetter(source, signal);
      const { mediaType } = admit(letter, limits);
      const answer = await pool.carryOut({ ask: 'draw', source: { ...letter, mediaType }, page, dpi }, signal, deaf);
      if (answer.tell !== 'drawn') throw failureOf(answer);
      return answer.png;
    },
    unpack,
    running: () => pool.running(),
    findOcrProblem: once(async () => (await import('./ocr/find-ocr-problem.ts')).findOcrProblem(settings)),
    close: async () => {
      await Promise.all([pool.close(), unpacker.close()]);
    },
    async describeContainment() {
      const { active, missing } = await contain();
      return { active, missing };
    },
  };
}

const deaf: Hearing = { progress: () => undefined, file: async () => undefined };

type Admitted = Extract<Sniffed, { mediaType: unknown }>;

/** What the file is, if it is one that we read. */
function admit(source: Source, limits: ReadingLimits): Admitted {
  if (source.bytes.length > limits.maxFileBytes) throw tooLarge(limits.maxFileBytes);
  const sniffed = sniffMediaType(source.bytes);
  if ('refused' in sniffed) throw refuseType(sniffed.refused);
  return sniffed;
}

function readText(source: Source, limits: ReadingLimits, progress: (done: number, total: number) => void) {
  if (source.bytes.length > limits.maxTextBytes) throw tooLarge(limits.maxTextBytes);
  const text = readPlainText(source.bytes);
  if (!text.pages.some((page) => page.lines.length > 0)) throw refuseType('empty');
  progress(text.pages.length, text.pages.length);
  return text;
}

function tooLarge(most: number): Failure {
  const megabytes = Math.floor(most / 1024 / 1024);
  return new Failure(
    'file-too-large',
    `This file is larger than ${megabytes} MB. Give only the pages of the letter, or scan it at 200 dpi.`,
    {
      facts: { megabytes },
    },
  );
}

function expectRead(answer: Answer): Extract<Answer, { tell: 'read' }> {
  if (answer.tell === 'read') return answer;
  throw failureOf(answer);
}

function failureOf(answer: Answer): Failure {
  if (answer.tell === 'failed') return new Failure(answer.code, answer.message, { facts: answer.facts });
  return new Failure(
    'file-unreadable',
    'This file could not be read. Save it again as a PDF, or photograph the letter.',
  );
}
