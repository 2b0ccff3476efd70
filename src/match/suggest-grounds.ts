import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { GroundId } from '../model/ground.ts';
import { once } from '../model/once.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { foldWord } from '../phrase/fold.ts';

/** Grounds whose known examples a sentence is most like, best first. Suggestions for a person, never findings. */
export type SuggestGrounds = (text: string) => readonly GroundId[];

/** How many suggestions help and do not confuse. */
const most = 3;

/** Examples of a ground that are learned from: training costs words times examples. */
const learned = 60;

/** What an unseen word counts for: little, because examples share few words. Found by `npm run eval` on unseen prose. */
const smoothing = 0.02;

/**
 * Learns from the packs' own examples of one language: naive Bayes over word stems (`natural`). Training takes half a
 * second, so it is done when the first sentence asks.
 */
export function createSuggestGrounds(
  grounds: readonly Ground[],
  file: LanguageFile,
  tools: LanguageTools,
): SuggestGrounds {
  const stop = new Set(file.stopWords.flatMap(foldWord));
  const stemsOf = (text: string): readonly string[] =>
    text
      .split(/\s+/)
      .flatMap(foldWord)
      .filter((form) => form.length > 2 && !stop.has(form) && !/^\d/.test(form))
      .map(tools.stem);

  const trained = once(() => {
    const documents = grounds.flatMap(({ id, match, examples }) => {
      const own = examples.filter((each) => each.language === file.id && each.expect === 'match').slice(0, learned);
      const texts = [...(match[file.id]?.wordings ?? []), ...own.map((each) => each.text)];
      return texts.map((text) => ({ id, stems: [...new Set(stemsOf(text))] }));
    });
    const known = repeated(documents.flatMap(({ stems }) => stems));
    const classifier = new BayesClassifier(undefined, smoothing);
    for (const { id, stems } of documents) {
      const telling = stems.filter((stem) => known.has(stem));
      if (telling.length > 0) classifier.addDocument(telling, id);
    }
    classifier.train();
    return { classifier, known };
  });

  return (text) => {
    const { classifier, known } = trained();
    const stems = stemsOf(text).filter((stem) => known.has(stem));
    // One shared word is chance; with two the likeness says something.
    if (new Set(stems).size < 2) return [];
    return classifier
      .getClassifications(stems)
      .slice(0, most)
      .map((each) => each.label);
  };
}

/** Words that stand in more than one example: one seen once can't make texts alike. */
function repeated(stems: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  const more = new Set<string>();
  for (const stem of stems) {
    if (once.has(stem)) more.add(stem);
    else once.add(stem);
  }
  return more;
}
