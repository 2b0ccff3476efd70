import type { Word } from '../model/document.ts';
import type { Sentence } from '../model/letter.ts';
import { findPhrases } from '../phrase/find-phrases.ts';
import type { Token } from '../phrase/phrase.ts';
import { repairTokens } from '../phrase/repair-tokens.ts';
import { tokenize } from '../phrase/tokenize.ts';
import type { CompiledLanguage } from './compile-language.ts';
import type { Citation, CitationFinder } from './find-citations.ts';
import type { Found, Range, Reading } from './reading.ts';

/** Takes one sentence apart. `words` are the sentence's own printed words. */
export function readSentence(
  sentence: Sentence,
  words: readonly Word[],
  language: CompiledLanguage,
  findCitations: CitationFinder,
): Reading {
  const { stem } = language.tools;
  const plain = repairTokens(tokenize(words, stem), language.vocabulary, stem);
  const cited = findCitations(words).map((citation) => locate(citation, plain, words));
  const citations = cited.filter((each) => each.to > each.from);
  const tokens = citations.length === 0 ? plain : withLaw(plain, citations);
  const found = findPhrases(language.index, tokens).map((hit) => ({ meaning: hit.value, from: hit.from, to: hit.to }));
  return { sentence, tokens, clauses: splitClauses(tokens, found), found, citations };
}

function withLaw(tokens: readonly Token[], citations: Reading['citations']): readonly Token[] {
  const marked = [...tokens];
  for (const { from, to, law } of citations) {
    const token = marked[from];
    if (token !== undefined) marked[from] = { ...token, law: { ref: law, length: to - from } };
  }
  return marked;
}

/** Words of a citation as tokens. */
function locate(
  citation: Citation,
  tokens: readonly Token[],
  words: readonly Word[],
): Range & { readonly law: string } {
  const tokenAt = (number: number): number => {
    const word = words[number];
    const at = word === undefined ? -1 : tokens.findIndex((token) => token.from >= word.at);
    return at < 0 ? tokens.length : at;
  };
  return { from: tokenAt(citation.from), to: tokenAt(citation.to), law: citation.law };
}

/** A clause ends at a semicolon, before a contrast word, and at a comma that a new subject follows. */
function splitClauses(tokens: readonly Token[], found: readonly Found[]): readonly Range[] {
  const starts = new Set<number>([0]);
  for (const each of found) {
    if (each.meaning.type === 'break') starts.add(each.from);
    if (each.meaning.type === 'starter' && tokens[each.from - 1]?.after === ',') starts.add(each.from);
  }
  for (const [at, token] of tokens.entries()) if (token.after === ';') starts.add(at + 1);
  const ordered = [...starts].filter((at) => at < tokens.length).sort((one, other) => one - other);
  return ordered.map((from, number) => ({ from, to: ordered[number + 1] ?? tokens.length }));
}
