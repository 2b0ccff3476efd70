import type { Document } from '../model/document.ts';
import { Failure } from '../model/failure.ts';
import type { Localized } from '../model/locale.ts';
import { type Correction, type Review, type ReviewInput, reviewInputSchema } from '../report/review-schema.ts';
import { findLetter, findReadLetter } from './find-letter.ts';
import { getDocument, reviewKey } from './letter-files.ts';
import { reportOfLetter } from './report-of-letter.ts';
import type { Tools } from './tools.ts';

const nothing: Review = { corrections: [] };

/** What reviewers said of a letter. Throws not-found. */
export async function reviewOfLetter(tools: Tools, owner: string, id: string): Promise<Review> {
  await findLetter(tools, owner, id);
  const bytes = await tools.files.get(reviewKey(id));
  if (bytes === undefined) return nothing;
  const review: Review = JSON.parse(Buffer.from(bytes).toString('utf8'));
  return review;
}

/** Reads what a reviewer sent. Throws request-invalid that names the first thing wrong. */
export function readReview(body: unknown): ReviewInput {
  const result = reviewInputSchema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw invalid(`The review can't be read${where === '' ? '' : ` (${where})`}: ${issue?.message ?? 'unknown'}.`);
}

const invalid = (what: string): Failure => new Failure('request-invalid', `${what} Correct it and send it again.`);

/**
 * Keeps all corrections of a letter; those that were there before keep their name and date. Throws not-found,
 * not-done, and request-invalid for a ground that isn't known or was not found in the letter.
 */
export async function reviewLetter(tools: Tools, owner: string, id: string, input: ReviewInput): Promise<Review> {
  await findReadLetter(tools, owner, id);
  const before = await reviewOfLetter(tools, owner, id);
  const titles = await titlesOf(tools, owner, id);
  const document = await getDocument(tools.files, id);
  const at = tools.clock.now().toISOString();
  checkOnce(input);
  const corrections = input.corrections.map((wanted): Correction => {
    const title = titleFor(titles, wanted);
    const same = before.corrections.find((one) => isSame(one, wanted));
    if (same !== undefined) return same;
    const page = wanted.quote === undefined ? undefined : pageOf(document, wanted.quote);
    return { ...wanted, title, ...(page === undefined ? {} : { page }), by: input.by, at };
  });
  const review: Review = { corrections };
  await tools.files.put(reviewKey(id), Buffer.from(JSON.stringify(review)));
  const kept = await tools.letters.change(owner, id, { corrections: corrections.length });
  if (kept === undefined) await tools.files.remove(id);
  return review;
}

type Titles = {
  readonly found: ReadonlyMap<string, Localized>;
  readonly known: ReadonlyMap<string, Localized>;
};

async function titlesOf(tools: Tools, owner: string, id: string): Promise<Titles> {
  const report = await reportOfLetter(tools, owner, id);
  return {
    found: new Map(report.grounds.map(({ ground, title }) => [ground, title])),
    known: new Map(tools.packs.flatMap(({ grounds }) => grounds.map((ground) => [ground.id, ground.title] as const))),
  };
}

function checkOnce({ corrections }: ReviewInput): void {
  if (new Set(corrections.map(({ ground }) => ground)).size < corrections.length)
    throw invalid('A ground is named twice.');
}

function titleFor({ found, known }: Titles, { ground, verdict, quote }: ReviewInput['corrections'][number]): Localized {
  const title = verdict === 'added' ? known.get(ground) : found.get(ground);
  if (verdict === 'added' && found.has(ground)) throw invalid('An added ground is in the report already: confirm it.');
  if (title === undefined)
    throw invalid(verdict === 'added' ? 'An added ground is not known.' : 'A ground is not in the report.');
  if (verdict === 'added' && (quote ?? '').trim() === '') throw invalid('An added ground needs a quote.');
  return title;
}

const isSame = (one: Correction, wanted: ReviewInput['corrections'][number]): boolean =>
  one.ground === wanted.ground &&
  one.verdict === wanted.verdict &&
  one.quote === wanted.quote &&
  one.note === wanted.note;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first page that holds the words, whatever their case and punctuation. */
function pageOf(document: Document, quote: string): number | undefined {
  const wanted = ` ${fold(quote)} `;
  return document.pages.find(({ lines }) => {
    const text = lines.flatMap(({ words }) => words.map((word) => word.text)).join(' ');
    return ` ${fold(text)} `.includes(wanted);
  })?.number;
}
