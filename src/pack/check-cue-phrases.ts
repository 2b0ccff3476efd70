import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { checkTexts } from './check-language-phrases.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

/**
 * Phrases of kinds, zones and the like that can't be read, each at its line: wherever a file lists texts by language,
 * the texts are phrases.
 */
export function checkCuePhrases(
  source: YamlFile<unknown>,
  tools: ReadonlyMap<string, LanguageTools>,
): readonly PackProblem[] {
  return [...tools].flatMap(([language, spoken]) => checkTexts(source, textsIn(source.value, language, []), spoken));
}

type Text = { readonly text: string; readonly path: readonly PropertyKey[] };

function textsIn(value: unknown, language: string, path: readonly PropertyKey[]): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key !== language || !Array.isArray(inner)) return textsIn(inner, language, [...path, step]);
    return inner.flatMap((text: unknown, at) => (typeof text === 'string' ? [{ text, path: [...path, key, at] }] : []));
  });
}
