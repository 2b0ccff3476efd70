import { Failure } from '../../model/failure.ts';
import { judgeTextLayer } from '../../read/judge-text.ts';
import { layOutTextPages } from '../../read/read-plain-text.ts';
import type { LetterSource, LetterText } from '../letter-source.ts';
import type { LetterTools } from '../letter-tools.ts';

/** Reads the words of each page by another program's rules; undefined where that fails too. */
export type SecondReader = (page: number) => Promise<readonly string[] | undefined>;

/**
 * pdf-parse, an independent reader without places, asked only where the first one's text is in doubt. It may end the
 * process with an error that nobody can catch; a letter that ended one before is read without it.
 */
export function createSecondReader(source: LetterSource, pages: number): SecondReader {
  let texts: Promise<readonly string[]> | undefined;
  return async (page) => {
    if (source.careful === true) return undefined;
    texts ??= readTexts(source, pages).catch(() => []);
    const text = (await texts)[page - 1];
    return text?.split(/\s+/).filter((word) => word !== '');
  };
}

/** A damaged file that only the second reader opens: its words as typed pages. Throws `failure` where it can't either. */
export async function readBySecondReader(
  source: LetterSource,
  tools: LetterTools,
  failure: Failure,
): Promise<LetterText> {
  if (source.careful === true) throw failure;
  const { limits, stopWords } = tools.settings;
  const texts = await readTexts(source, limits.textPages).catch((cause: unknown) => {
    throw new Failure(failure.code, failure.message, { cause });
  });
  const text = texts.join('\f');
  const words = text.split(/\s+/).filter((word) => word !== '');
  const counts = { characters: text.length, unmapped: 0, sampled: 0, invisible: 0, textObjects: 0, pictureCover: 0 };
  if (words.length < fewestWords || judgeTextLayer(counts, words, stopWords) !== 'good') throw failure;
  const { pages, notes } = layOutTextPages(text);
  return { pages, notes: [damaged, ...notes] };
}

const fewestWords = 30;

const damaged = {
  code: 'text-mismatch',
  detail: {
    en: 'This PDF is damaged. Its words could be read, but not where they stand on the page, and some may be missing.',
    fr: 'Ce PDF est endommagé. Ses mots ont pu être lus, mais pas leur place sur la page, et il peut en manquer.',
  },
} as const;

async function readTexts(source: LetterSource, pages: number): Promise<readonly string[]> {
  const { PDFParse } = await import('pdf-parse');
  const reader = new PDFParse({
    // The library keeps and empties what it is given.
    data: Uint8Array.from(source.bytes),
    ...(source.password === undefined ? {} : { password: source.password }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 25_000_000,
    verbosity: 0,
  });
  try {
    const { pages: read } = await reader.getText({ first: pages, pageJoiner: '' });
    const texts: string[] = [];
    for (const { num, text } of read) texts[num - 1] = text;
    return Array.from(texts, (text) => text ?? '');
  } finally {
    await reader.destroy();
  }
}
