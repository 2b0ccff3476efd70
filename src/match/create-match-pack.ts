import type { Ground } from '../pack/ground-schema.ts';
import type { LanguageFile } from '../pack/language-schema.ts';
import type { LawFile } from '../pack/law-schema.ts';
import type { LanguageTools } from '../phrase/create-language-tools.ts';
import { type CompiledLanguage, compileLanguage } from './compile-language.ts';
import { createCitationFinder } from './find-citations.ts';
import type { MatchPack } from './match-grounds.ts';
import { createSuggestGrounds, type SuggestGrounds } from './suggest-grounds.ts';

export type MatchSources = {
  readonly grounds: readonly Ground[];
  readonly laws: LawFile;
  /** Words that are right as they stand, by language. */
  readonly knownWords?: Readonly<Record<string, readonly string[]>>;
  readonly languages: readonly { readonly file: LanguageFile; readonly tools: LanguageTools }[];
};

/** Makes one country's grounds ready for matching. A language's phrases are compiled when the first letter needs them. */
export function createMatchPack(sources: MatchSources): MatchPack {
  const grounds = sources.grounds.filter((ground) => ground.status !== 'retired');
  const compiled = new Map<string, CompiledLanguage>();
  const suggesting = new Map<string, SuggestGrounds>();
  const suggestions = (id: string): SuggestGrounds => {
    const before = suggesting.get(id);
    if (before !== undefined) return before;
    const language = sources.languages.find((each) => each.file.id === id);
    const made: SuggestGrounds =
      language === undefined ? () => [] : createSuggestGrounds(grounds, language.file, language.tools);
    suggesting.set(id, made);
    return made;
  };
  return {
    grounds: new Map(grounds.map((ground) => [ground.id, ground])),
    citedBy: pointFromLaw(grounds),
    findCitations: createCitationFinder(sources.laws),
    language: (id) => {
      const before = compiled.get(id);
      if (before !== undefined) return before;
      const language = sources.languages.find((each) => each.file.id === id);
      if (language === undefined) return undefined;
      const made = compileLanguage(language.file, language.tools, grounds, sources.knownWords?.[id] ?? []);
      compiled.set(id, made);
      return made;
    },
    suggest: (text, id) => suggestions(id)(text),
  };
}

/**
 * Which ground a bare citation points to: the only one that rests on the provision, or else the umbrella that does.
 * Many factors rest on one provision, so for them the citation alone says nothing.
 */
function pointFromLaw(grounds: readonly Ground[]): ReadonlyMap<string, readonly string[]> {
  const claims = new Map<string, Ground[]>();
  for (const ground of grounds) {
    for (const { ref } of ground.law) claims.set(ref, [...(claims.get(ref) ?? []), ground]);
  }
  return new Map(
    [...claims].flatMap(([ref, claimants]) => {
      const umbrella = claimants.filter((ground) => ground.class === 'umbrella');
      const pointed = claimants.length === 1 ? claimants : umbrella;
      return pointed.length === 0 ? [] : [[ref, pointed.map((ground) => ground.id)] as const];
    }),
  );
}
