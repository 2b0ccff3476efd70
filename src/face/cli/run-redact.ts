import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Document, Page } from '../../model/document.ts';
import { Failure } from '../../model/failure.ts';
import type { Box } from '../../model/geometry.ts';
import {
  findPersonal,
  type KnownPerson,
  type PersonalKind,
  type PersonalWords,
  personalKinds,
  type RedactLevel,
} from '../../report/redact/find-personal.ts';
import { maskText } from '../../report/redact/mask-text.ts';
import type { PageToMask } from '../../seam/page-masker.ts';
import type { Source } from '../../seam/reader.ts';
import { type CliTools, exitCodes } from './cli-tools.ts';
import { problemOf } from './problem-of.ts';
import { readLetter } from './run-compare.ts';

export type RedactRun = {
  readonly file: string;
  readonly out: string;
  readonly today: string;
  readonly level: RedactLevel;
  readonly password?: string;
};

/** Sharp enough to read and to print. */
const dpi = 200;
/** A word whose box is covered by this part is no longer told in the text layer. */
const covered = 0.2;
const drawable = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/heic', 'image/bmp'];

/**
 * `refusals redact`: writes a copy with the person's data masked and returns the exit code. A PDF or picture becomes a
 * new PDF of masked pictures; any other letter, or an `--out` that ends in .txt, becomes masked text.
 */
export async function runRedact(run: RedactRun, tools: CliTools): Promise<number> {
  if (path.resolve(run.file) === path.resolve(run.out)) {
    throw new Failure('request-invalid', 'The copy would overwrite the letter. Give another name with --out.');
  }
  const { password } = run;
  const source = {
    name: path.basename(run.file),
    bytes: readLetter(run.file),
    ...(password === undefined ? {} : { password }),
  };
  try {
    const { body, kinds } = await redact(source, run, tools);
    writeFileSync(run.out, body);
    tools.err(describe(kinds));
    return exitCodes.done;
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code === 'internal' || problem.code === 'request-invalid') throw error;
    tools.err(`${source.name}: ${problem.detail}\n`);
    return exitCodes.noneRead;
  }
}

type Redacted = { readonly body: string | Uint8Array; readonly kinds: readonly PersonalKind[] };

async function redact(source: Source, run: RedactRun, tools: CliTools): Promise<Redacted> {
  const { signal } = new AbortController();
  const document = await tools.read(source, signal);
  const { letter } = tools.analyze(document, { answers: {}, today: run.today });
  const numbers = [letter.clientId, letter.reference].flatMap((fact) => (fact === undefined ? [] : [fact.value]));
  const personal = findPersonal(document, { numbers, names: new Set() }, run.level);
  const kinds = [...personal.words.values()];
  if (!drawable.includes(document.mediaType) || run.out.toLowerCase().endsWith('.txt')) {
    return { body: maskText(document, new Set(personal.words.keys())), kinds };
  }
  const pages: PageToMask[] = [];
  for (const page of document.pages) {
    const picture = await tools.drawPage(source, page.number, dpi, signal);
    pages.push(await planPage(page, picture, { personal, numbers, level: run.level, tools, signal }));
  }
  return { body: await tools.masker.mask(pages), kinds };
}

type Around = {
  readonly personal: PersonalWords;
  readonly numbers: readonly string[];
  readonly level: RedactLevel;
  readonly tools: CliTools;
  readonly signal: AbortSignal;
};

async function planPage(
  page: Page,
  picture: Uint8Array,
  { personal, numbers, level, tools, signal }: Around,
): Promise<PageToMask> {
  const words = page.lines.flatMap((line) => line.words);
  // What can't be read can't be searched: it is masked whole.
  if (words.length === 0) return { picture, width: page.width, height: page.height, areas: [wholeOf(page)], words: [] };
  const own = words.filter(({ at }) => personal.words.has(at)).map(({ box }) => box);
  const seen =
    page.origin === 'text-layer'
      ? await lookAgain(page, picture, { numbers, names: personal.names }, { level, tools, signal })
      : [];
  const areas = [...own, ...seen];
  const kept = words.filter(
    ({ at, box }) => !personal.words.has(at) && !areas.some((area) => overlap(box, area) > covered),
  );
  return { picture, width: page.width, height: page.height, areas, words: kept };
}

/** A text layer doesn't tell what stands in pictures, stamps and drawn letters: the picture of the page is read as well. */
async function lookAgain(
  page: Page,
  picture: Uint8Array,
  known: KnownPerson,
  { level, tools, signal }: Pick<Around, 'level' | 'tools' | 'signal'>,
): Promise<readonly Box[]> {
  const read = await readPicture(picture, tools, signal);
  const [seen] = read?.pages ?? [];
  if (read === undefined || seen === undefined) return [];
  const across = page.width / seen.width;
  const down = page.height / seen.height;
  // Turned or cut out of its surroundings, the picture has another shape, and its places can't be carried over.
  if (Math.abs(across / down - 1) > 0.02) return [];
  const { words } = findPersonal(read, known, level);
  return seen.lines
    .flatMap((line) => line.words)
    .filter(({ at }) => words.has(at))
    .map(({ box }) => ({
      left: box.left * across,
      top: box.top * down,
      right: box.right * across,
      bottom: box.bottom * down,
    }));
}

async function readPicture(picture: Uint8Array, tools: CliTools, signal: AbortSignal): Promise<Document | undefined> {
  try {
    return await tools.read({ name: 'page.png', bytes: picture }, signal);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function wholeOf(page: Page): Box {
  return { left: 0, top: 0, right: page.width, bottom: page.height };
}

/** The part of a box that another one covers, 0 to 1. */
function overlap(box: Box, other: Box): number {
  const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  const whole = Math.max(0.01, (box.right - box.left) * (box.bottom - box.top));
  return across <= 0 || down <= 0 ? 0 : (across * down) / whole;
}

/** Counts only: no word of the letter. */
function describe(kinds: readonly PersonalKind[]): string {
  const counts = personalKinds
    .map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${kind} ${count}`);
  return `masked words: ${counts.length === 0 ? 'none' : counts.join(', ')}\nLook at every page before you send it: signatures, photos, codes and handwriting are not found.\n`;
}
