import { z } from 'zod';
import { failureCodes } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';
import type { LetterSource, LetterText } from '../letter-source.ts';
import type { ReadingSettings } from '../reading-settings.ts';
import type { Unpacking } from '../unpack.ts';

/** What the pool asks of a child. The settings come first and once. */
export type ChildTask =
  | { readonly ask: 'read'; readonly source: LetterSource }
  | { readonly ask: 'draw'; readonly source: LetterSource; readonly page: number; readonly dpi: number }
  | { readonly ask: 'unpack'; readonly source: Source; readonly as: Unpacking };
/** `next`: the unpacked file has been taken over, another may come. */
export type ToChild = { readonly settings: ReadingSettings } | { readonly task: ChildTask } | { readonly next: true };

const coordinate = z.number().min(-100_000).max(200_000);
const box = z.strictObject({ left: coordinate, top: coordinate, right: coordinate, bottom: coordinate });
const share = z.number().min(0).max(1);
const localized = z.strictObject({ en: z.string().max(2000), fr: z.string().max(2000) });
const word = z.strictObject({
  at: z.number().int().min(0).max(1_000_000),
  text: z.string().min(1).max(60_000),
  box,
  confidence: share,
});
const line = z.strictObject({ box, words: z.array(word).min(1).max(20_000) });
const mark = z.strictObject({ box, state: z.enum(['ticked', 'empty', 'unreadable']) });
const page = z.strictObject({
  number: z.number().int().min(1).max(10_000),
  width: z.number().min(0).max(200_000),
  height: z.number().min(0).max(200_000),
  origin: z.enum(['text-layer', 'ocr', 'plain-text']),
  confidence: share,
  lines: z.array(line).max(60_000),
  marks: z.array(mark).max(5000),
});
const noteCodes = [
  'page-unreadable',
  'page-hard-to-read',
  'number-unsure',
  'pages-left-out',
  'text-mismatch',
  'text-layer-bad',
  'hidden-text',
  'active-content',
  'attachment-inside',
  'form-not-readable',
  'redacted',
  'words-covered',
  'ticks-unreadable',
  'text-truncated',
] as const;
const note = z.strictObject({
  code: z.enum(noteCodes),
  detail: localized,
  place: z.strictObject({ page: z.number().int().min(1), box }).exactOptional(),
});
const rss = z.number().min(0);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/**
 * What a child answers. It may have been taken over by the file that it read, so nothing it says is believed unchecked:
 * numbers in range, texts not endless, no key that we don't know.
 */
export const fromChildSchema = z.discriminatedUnion('tell', [
  z.strictObject({ tell: z.literal('progress'), done: z.number().int().min(0), total: z.number().int().min(0) }),
  z.strictObject({ tell: z.literal('ocr') }),
  z.strictObject({ tell: z.literal('read'), pages: z.array(page).max(10_000), notes: z.array(note).max(1000), rss }),
  z.strictObject({ tell: z.literal('drawn'), png: bytes, rss }),
  z.strictObject({ tell: z.literal('file'), name: z.string().max(1000), bytes }),
  z.strictObject({ tell: z.literal('unpacked'), rss }),
  z.strictObject({
    tell: z.literal('failed'),
    code: z.enum(failureCodes),
    message: z.string().max(500),
    facts: z.record(z.string().max(40), z.union([z.number(), z.string().max(200)])),
    rss,
  }),
  z.strictObject({ tell: z.literal('broken') }),
]);

export type FromChild = z.infer<typeof fromChildSchema>;

/** The same, as the child makes it: nothing in it is changed once made. */
export type Told =
  | Exclude<FromChild, { tell: 'read' }>
  | (LetterText & { readonly tell: 'read'; readonly rss: number });
