import { type Document, type Page, type Word, wordsOf } from '../model/document.ts';
import type { Note } from '../model/note.ts';
import { chooseCountry } from './choose-country.ts';
import type { ExtractPack, ExtractPacks } from './compile-packs.ts';
import { draftSentences, speakSentences } from './draft-sentences.ts';
import { findShapes } from './facts/match-shape.ts';
import { readLayout } from './read-layout.ts';
import { isGreeting } from './zones/header.ts';

/**
 * A file as the letters it holds, one document each: cut only before a page that greets somebody and names application
 * numbers of which none stood before it. Anything less sure stays one letter, and its report says so.
 */
export function splitLetters(document: Document, packs: ExtractPacks): readonly Document[] {
  // Nearly every file names one number: that is seen before anything is laid out.
  const every = [...packs.packs.values()].flatMap(shapesOf);
  if (document.pages.length < 2 || new Set(findShapes(wordsOf(document), every)).size < 2) return [document];
  const blocks = readLayout(document, packs, packs.byDefault);
  const { sentences } = speakSentences(blocks, packs);
  const { pack } = chooseCountry(sentences, packs);
  const numbers = document.pages.map((page) => findShapes(wordsOn(page), shapesOf(pack)));
  const greetings = draftSentences(sentences, packs, pack).filter(isGreeting);
  const cuts = findCuts(document, numbers, new Set(greetings.map((draft) => draft.span.from)));
  return cuts.length === 0 ? [document] : cutAt(document, cuts);
}

const shapesOf = ({ pack }: ExtractPack): readonly string[] => pack.reference.shapes.map((each) => each.shape);

const wordsOn = (page: Page): readonly Word[] => page.lines.flatMap((line) => line.words);

/** The indexes of the pages with which another letter begins. */
function findCuts(
  { pages }: Document,
  numbers: readonly (readonly string[])[],
  greetings: ReadonlySet<number>,
): readonly number[] {
  const cuts: number[] = [];
  const before = new Set<string>();
  for (const [at, page] of pages.entries()) {
    const own = numbers[at] ?? [];
    const greets = wordsOn(page).some((word) => greetings.has(word.at));
    if (greets && before.size > 0 && own.length > 0 && !own.some((number) => before.has(number))) cuts.push(at);
    for (const number of own) before.add(number);
  }
  return cuts;
}

function cutAt(document: Document, cuts: readonly number[]): readonly Document[] {
  const starts = [0, ...cuts];
  return starts.map((start, part) => {
    const pages = renumber(document.pages.slice(start, starts[part + 1]));
    const numbers = new Set(pages.map((page) => page.number));
    const notes = document.notes.filter(({ place }) => place === undefined || numbers.has(place.page));
    const first = part === 0;
    return {
      ...document,
      name: first ? document.name : `${document.name} (${part + 1})`,
      pages,
      notes: [...notes, noteOf(part + 1, starts.length, pages)],
    };
  });
}

/** Words count from the document's start; pages keep the numbers that they have in the file. */
function renumber(pages: readonly Page[]): readonly Page[] {
  let at = 0;
  return pages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => ({ ...line, words: line.words.map((word) => ({ ...word, at: at++ })) })),
  }));
}

function noteOf(part: number, parts: number, pages: readonly Page[]): Note {
  const [from, to] = [pages[0]?.number ?? 1, pages.at(-1)?.number ?? 1];
  const en = from === to ? `page ${from}` : `pages ${from} to ${to}`;
  const fr = from === to ? `page ${from}` : `pages ${from} à ${to}`;
  return {
    code: 'one-of-several',
    detail: {
      en: `This file holds ${parts} letters, each with its own application number and greeting. This is letter ${part}, on ${en}. Each letter has its own report.`,
      fr: `Ce fichier contient ${parts} lettres, chacune avec son numéro de demande et sa formule d’appel. Voici la lettre ${part} (${fr}). Chaque lettre a son propre rapport.`,
    },
  };
}
