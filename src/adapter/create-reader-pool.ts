import { createHash } from 'node:crypto';
import { Failure } from '../model/failure.ts';
import type { Note } from '../model/note.ts';
import { type Sniffed, sniffMediaType } from '../read/media-type.ts';
import { polyglot } from '../read/page-notes.ts';
import { readPlainText } from '../read/read-plain-text.ts';
import { refuseType } from '../read/refuse-type.ts';
import type { PageDrawer } from '../seam/page-drawer.ts';
import type { Reader, Source } from '../seam/reader.ts';
import { createChildPool } from './child/child-pool.ts';
import { type Containment, findContainment, type Measure } from './child/containment.ts';
import type { Answer } from './child/reader-child.ts';
import type { OcrChoice, ReadingLimits } from './reading-settings.ts';
import { unpack, usualUnpackLimits } from './unpack.ts';

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
    /** Processes that read letters now. */
    readonly running: () => number;
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
  let containment: Promise<Containment> | undefined;
  const contain = (): Promise<Containment> => {
    containment ??= findContainment();
    return containment;
  };
  const pool = createChildPool({ size, settings, childScript, contain });

  return {
    async read(source, signal, progress = () => undefined) {
      signal.throwIfAborted();
      const sha256 = createHash('sha256').update(source.bytes).digest('hex');
      const letter = await onlyLetter(source, limits);
      const { mediaType, polyglot: twoTypes } = admit(letter, limits);
      const { pages, notes } =
        mediaType === 'text/plain'
          ? readText(letter, limits, progress)
          : expectRead(await pool.carryOut({ ask: 'read', source: { ...letter, mediaType } }, signal, progress));
      const own: readonly Note[] = twoTypes ? [polyglot()] : [];
      return { name: source.name, sha256, mediaType, pages, notes: [...own, ...notes] };
    },
    async draw(source, page, dpi, signal) {
      signal.throwIfAborted();
      const letter = await onlyLetter(source, limits);
      const { mediaType } = admit(letter, limits);
      const answer = await pool.carryOut(
        { ask: 'draw', source: { ...letter, mediaType }, page, dpi },
        signal,
        () => undefined,
      );
      if (answer.tell !== 'drawn') throw failureOf(answer);
      return answer.png;
    },
    running: () => pool.running(),
    close: () => pool.close(),
    async describeContainment() {
      const { active, missing } = await contain();
      return { active, missing };
    },
  };
}

/** Of an archive or a mail with one letter, that letter. Whoever expects several unpacks them first. */
async function onlyLetter(source: Source, limits: ReadingLimits): Promise<Source> {
  if (source.bytes.length > limits.maxFileBytes) throw tooLarge(limits.maxFileBytes);
  const [letter, ...more] = await unpack(source, usualUnpackLimits);
  if (letter === undefined || letter === source) return source;
  if (more.length === 0) return { ...source, bytes: letter.bytes };
  throw new Failure(
    'file-type-unsupported',
    `This file holds ${more.length + 1} files. Give them one by one, or as a batch.`,
  );
}

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
