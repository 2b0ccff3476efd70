import type { LanguageTools } from '../phrase/create-language-tools.ts';
import type { Ground } from './ground-schema.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

/** Phrases of a ground that can't be read, each at its line. */
export function checkPhrases(
  source: YamlFile<Ground>,
  tools: ReadonlyMap<string, LanguageTools>,
): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  for (const [language, match] of Object.entries(source.value.match)) {
    const parse = tools.get(language)?.parse;
    if (parse === undefined) {
      const message = `there is no patterns/languages/${language}.yaml`;
      problems.push({ file: source.file, ...source.locate(['match', language]), message });
      continue;
    }
    const texts = [
      ...(['wordings', 'factors', 'phrases', 'hints'] as const).flatMap((clue) =>
        match[clue].map((text, at) => ({ text, path: ['match', language, clue, at] })),
      ),
      ...match.unless.map((unless, at) => ({ text: unless.phrase, path: ['match', language, 'unless', at, 'phrase'] })),
    ];
    for (const { text, path } of texts) {
      const parsed = parse(text);
      if ('phrase' in parsed) continue;
      const place = source.locate(path);
      const { column, message } = parsed.mistake;
      problems.push({
        file: source.file,
        line: place.line,
        column: place.column + column - 1,
        message: `"${text}": ${message}`,
      });
    }
  }
  return problems;
}
