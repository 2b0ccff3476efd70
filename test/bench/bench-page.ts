import { type DegradationKind, degradePage, pageDpi } from '../../fixtures/make/degrade.ts';
import { drawPages } from '../../fixtures/make/draw-pages.ts';
import { readSources } from '../../fixtures/make/letter-source.ts';
import { parseBody } from '../../fixtures/make/parse-body.ts';
import { typesetLetters } from '../../fixtures/make/typeset-letter.ts';
import type { App } from '../../src/app.ts';
import type { Document } from '../../src/model/document.ts';
import { plainText } from './text-errors.ts';

/** The first page of a letter: what is printed on it, and its picture. All texts are `plainText`. */
export type BenchPage = {
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly all: string;
  readonly body: string;
  /** The passages in which the rules see the letter's grounds. */
  readonly wordings: readonly string[];
  readonly grounds: readonly string[];
  readonly spoil: (kind: DegradationKind) => Promise<Uint8Array>;
};

const order = ['c-study-en', 'c-visitor-fr', 'd-study-en', 'b-study-fr', 'c-work-en', 'pgwp-fr'];
const made = { at: '2026-11-25T00:00:00Z', analyzer: 'bench' };

/** The first pages of so many letters; their text layer, read by the product, is taken as what is printed. */
export async function makeBenchPages(count: number, app: App): Promise<readonly BenchPage[]> {
  const sources = readSources('fixtures/make/source/letters');
  const pages: BenchPage[] = [];
  for (const name of order.slice(0, count)) {
    const source = sources.find((each) => each.name === name)?.source;
    if (source === undefined) throw new Error(`no letter source is named ${name}`);
    const pdf = await typesetLetters([source], { fonts: 'fixtures/make/fonts' });
    const document = await app.reader.read({ name, bytes: pdf }, new AbortController().signal);
    const first = { ...document, pages: document.pages.slice(0, 1) };
    const [picture] = await drawPages(pdf, pageDpi);
    if (picture === undefined) throw new Error(`${name} has no page`);
    const all = plainText(textOf(first));
    const { wordings, grounds } = seenIn(first, app);
    pages.push({
      name,
      language: name.endsWith('fr') ? 'fr' : 'en',
      all,
      body: bodyOf(all, source.body, source.form),
      wordings,
      grounds,
      spoil: async (kind) => (await degradePage(picture, kind, name)).bytes,
    });
  }
  return pages;
}

/** What the rules see in a document; as in the eval, a mere suggestion is no ground found. */
export function seenIn(document: Document, app: App): Pick<BenchPage, 'wordings' | 'grounds'> {
  const report = app.analyze(document, { answers: {}, today: '2026-11-25', made });
  const grounds = report.grounds.filter(({ strength }) => strength !== 'possible');
  const quotes = grounds.flatMap(({ sightings }) => sightings.map(({ evidence }) => plainText(evidence.quote)));
  return { wordings: [...new Set(quotes)], grounds: grounds.map(({ ground }) => ground) };
}

/** The words of a document, a row a line. */
export function textOf(document: Document): string {
  const rows = document.pages.flatMap(({ lines }) => lines.map(({ words }) => words.map(({ text }) => text).join(' ')));
  return rows.join('\n');
}

/** From the first paragraph on, without the page number and the form's number at the foot. */
function bodyOf(all: string, source: string, form: string | undefined): string {
  const [first] = parseBody(source);
  const opening = first !== undefined && 'text' in first ? plainText(first.text).slice(0, 12) : '';
  const body = all.slice(Math.max(0, all.indexOf(opening))).replace(/ ?Page \d (of|de) \d+$/, '');
  return form === undefined ? body : body.replace(plainText(form), '').trim();
}
