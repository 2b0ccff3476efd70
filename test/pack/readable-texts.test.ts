import { describe, expect, test } from 'vitest';
import { english } from '../../src/face/web/speech/text-en.ts';
import { englishResult } from '../../src/face/web/speech/text-en-result.ts';
import { englishReview } from '../../src/face/web/speech/text-en-review.ts';
import { englishWork } from '../../src/face/web/speech/text-en-work.ts';
import type { Localized } from '../../src/model/locale.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import {
  hiddenText,
  pageHardToRead,
  pagesLeftOut,
  pageUnreadable,
  polyglot,
  textLayerBad,
  textMismatch,
} from '../../src/read/page-notes.ts';
import { gradeOf } from '../support/reading-grade.ts';

const [country] = loadPacks('patterns').countries;
if (country === undefined) throw new RangeError('no pack');
const { documents, routes, questions, figures, letters, grounds } = country;

/** Every text in both languages that stands anywhere in a value. */
function textsIn(value: unknown): readonly Localized[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { en, fr } = Object.fromEntries(Object.entries(value));
  if (typeof en === 'string' && typeof fr === 'string') return [{ en, fr }];
  return Object.values(value).flatMap(textsIn);
}

/** The English of a value as one text, each piece a sentence of its own. */
const englishOf = (value: unknown): string =>
  textsIn(value)
    .map(({ en }) => en.replace(/[.!?]?$/, '.'))
    .join(' ');

/** The words of a page: strings, and functions that make one. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

const pageNotes = [
  pageUnreadable(1),
  pageHardToRead(1),
  pagesLeftOut(20, 30),
  textLayerBad(1),
  polyglot(),
  hiddenText(1),
  textMismatch(1),
].map(({ detail }) => detail);

/** What a person reads in one go, by name. */
const units: readonly (readonly [string, string])[] = [
  ...documents.documents.map((document) => [`document ${document.id}`, englishOf(document)] as const),
  ...routes.routes.map((route) => [`route ${route.id}`, englishOf(route)] as const),
  ...questions.questions.map((question) => [`question ${question.id}`, englishOf(question)] as const),
  ...grounds.map(
    ({ id, title, summary, remedies, noRemedy }) =>
      [`ground ${id}`, englishOf([title, summary, remedies, noRemedy])] as const,
  ),
  ['working of deadlines', englishOf(routes.working)],
  ['notes on dates and answers', englishOf(questions.notes)],
  ['what is said of grounds together and of the law', englishOf([routes.together, routes.lawChanged, routes.held])],
  ['figures', englishOf(figures)],
  ['what each kind of letter is', englishOf(letters)],
  ['notes on pages', englishOf(pageNotes)],
  [
    'the page',
    stringsIn([english, englishResult, englishReview, englishWork])
      .map((text) => text.replace(/[.!?]?$/, '.'))
      .join(' '),
  ],
];

describe('what people read in English is at grade 8 or below', () => {
  test.each(units)('%s', (_, text) => {
    expect(text.length).toBeGreaterThan(1);
    expect(gradeOf(text)).toBeLessThanOrEqual(8);
  });
});

describe('a short form is explained where it stands', () => {
  /** Names of forms, and what everybody knows by its letters. */
  const known = new Set(['IMM', 'DNA', 'PDF', 'JPG', 'PNG', 'ZIP', 'API', 'CSV']);
  const shortForms = (text: string) => new Set((text.match(/\b[A-Z]{3,}\b/g) ?? []).filter((word) => !known.has(word)));

  test.each(units)('%s', (_, text) => {
    for (const word of shortForms(text)) expect(text).toMatch(new RegExp(`${word}[^.]*\\(|\\([^)]*${word}`));
  });
});
