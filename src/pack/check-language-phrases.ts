import type { LanguageTools } from '../phrase/create-language-tools.ts';
import type { LanguageFile } from './language-schema.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

/** Phrases of a language file and word lists of a country that can't be read, each at its line. */
export function checkLanguagePhrases(source: YamlFile<LanguageFile>, tools: LanguageTools): readonly PackProblem[] {
  const { value } = source;
  const texts = [
    ...(['leadIns', 'findings', 'reservations'] as const).flatMap((key) =>
      value[key].map((text, at) => ({ text, path: [key, at] })),
    ),
    ...(['breaks', 'starters'] as const).flatMap((key) =>
      value.clauses[key].map((text, at) => ({ text, path: ['clauses', key, at] })),
    ),
    ...value.cues.flatMap((cue, number) =>
      (['phrases', 'ends', 'voidBy'] as const).flatMap((key) =>
        cue[key].map((text, at) => ({ text, path: ['cues', number, key, at] })),
      ),
    ),
  ];
  return checkTexts(source, texts, tools);
}

/** The same for word lists: `lists` of a language or of one country. */
export function checkLists(
  source: YamlFile<{ readonly lists: Readonly<Record<string, readonly string[]>> }>,
  tools: LanguageTools,
): readonly PackProblem[] {
  const texts = Object.entries(source.value.lists).flatMap(([name, items]) =>
    items.map((text, at) => ({ text, path: ['lists', name, at] })),
  );
  return checkTexts(source, texts, tools);
}

/** Texts of a file that are no phrases, each at its line. */
export function checkTexts(
  source: Pick<YamlFile<unknown>, 'file' | 'locate'>,
  texts: readonly { readonly text: string; readonly path: readonly PropertyKey[] }[],
  tools: LanguageTools,
): readonly PackProblem[] {
  return texts.flatMap(({ text, path }) => {
    const parsed = tools.parse(text);
    if ('phrase' in parsed) return [];
    const { line, column } = source.locate(path);
    const message = `"${text}": ${parsed.mistake.message}`;
    return [{ file: source.file, line, column: column + parsed.mistake.column - 1, message }];
  });
}
