import type { GroundView } from './pack-view.ts';

/** Accents, capitals and punctuation away, so that words are found however they were typed. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const texts = new WeakMap<GroundView, { readonly title: string; readonly all: string }>();

function textOf(ground: GroundView): { readonly title: string; readonly all: string } {
  const known = texts.get(ground);
  if (known !== undefined) return known;
  const { id, title, summary, examples, law } = ground;
  const named = fold(`${title.en} ${title.fr}`);
  const sentences = examples.map(({ text }) => text).join(' ');
  const laws = law.map((one) => `${one.title.en} ${one.title.fr}`).join(' ');
  const made = { title: named, all: `${named} ${fold(`${id} ${summary.en} ${summary.fr} ${sentences} ${laws}`)}` };
  texts.set(ground, made);
  return made;
}

/** How much of the query a ground holds, 0 to 2: every word, and more when its title has them. */
function scoreOf(ground: GroundView, words: readonly string[]): number {
  const { title, all } = textOf(ground);
  const share = (text: string): number => words.filter((word) => text.includes(word)).length / words.length;
  return share(all) + share(title);
}

/**
 * Ids of the grounds that fit the words, the best first. Short queries need every word; a sentence from a letter needs
 * most of its words.
 */
export function searchGrounds(grounds: readonly GroundView[], query: string): readonly string[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word.length > 1);
  if (words.length === 0) return [];
  const least = words.length <= 3 ? 1 : 0.75;
  return grounds
    .map((ground) => ({ id: ground.id, score: scoreOf(ground, words) }))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .map(({ id }) => id);
}
