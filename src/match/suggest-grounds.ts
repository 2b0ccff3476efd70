import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import type { GroundId } from '../model/ground.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { foldWord } from '../phrase/fold.ts';

/** Grounds whose known examples a sentence is most like, best first. Suggestions for a person, never findings. */
export type SuggestGrounds = (text: string) => readonly GroundId[];

/** How many suggestions help and do not confuse. */
const most = 3;

/**
 * Learns from the packs' own examples of one language: naive Bayes over word stems (`natural`). Training takes about a
 * tenth of a second, so it is done when the first sentence asks.
 */
export function createSuggestGrounds(
  grounds: readonly Ground[],
  file: LanguageFile,
  tools: LanguageTools,
): SuggestGrounds {
  let trained: { readonly classifier: BayesClassifier; readonly known: ReadonlySet<string> } | undefined;
  const stop = new Set(file.stopWords.flatMap(foldWord));
  const stemsOf = (text: string): readonly string[] =>
    text
      .split(/\s+/)
      .flatMap(foldWord)
      .filter((form) => form.length > 2 && !stop.has(form) && !/^\d/.test(form))
      .map(tools.stem);

  function train(): NonNullable<typeof trained> {
    const classifier = new BayesClassifier();
    const known = new Set<string>();
    for (const ground of grounds) {
      const texts = ground.examples
        .filter((each) => each.language === file.id && each.expect === 'match')
        .map((each) => each.text);
      for (const text of [...texts, ...(ground.match[file.id]?.wordings ?? [])]) {
        const stems = stemsOf(text);
        for (const stem of stems) known.add(stem);
        if (stems.length > 0) classifier.addDocument(stems, ground.id);
      }
    }
    classifier.train();
    return { classifier, known };
  }

  return (text) => {
    trained ??= train();
    const { classifier, known } = trained;
    const stems = stemsOf(text).filter((stem) => known.has(stem));
    // One shared word is chance; with two the likeness says something.
    if (new Set(stems).size < 2) return [];
    return classifier
      .getClassifications(stems)
      .slice(0, most)
      .map((each) => each.label);
  };
}
