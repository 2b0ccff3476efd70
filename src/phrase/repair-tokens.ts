import type { Token } from './phrase.ts';
import type { Stem } from './stem.ts';
import { isKnown, shortestRepaired, type Vocabulary, withoutOneLetter } from './vocabulary.ts';

/** Strokes that scans take for one another. Each is tried on a word that no phrase knows. */
const confusions: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/0/g, 'o'],
  [/[1|]/g, 'i'],
  [/[1|]/g, 'l'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/5/g, 's'],
  [/ii/g, 'n'],
];

/**
 * Reads misread words as the phrases' own words: one wrong, lost or added letter in words of six letters or more,
 * words that were split or glued together. Only the comparable form changes; the quote stays as printed.
 */
export function repairTokens(tokens: readonly Token[], vocabulary: Vocabulary, stem: Stem): readonly Token[] {
  const repaired: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isKnown(vocabulary, token.form, token.stem)) {
      repaired.push(token);
      continue;
    }
    const following = tokens[at + 1];
    const joined = following === undefined ? undefined : joinSplit(token, following, vocabulary, stem);
    if (joined !== undefined) {
      repaired.push(joined);
      at += 1;
      continue;
    }
    repaired.push(...repairOne(token, vocabulary, stem));
  }
  return repaired;
}

/** `insuf ficient`: two unknown pieces that make a known word. */
function joinSplit(token: Token, following: Token, vocabulary: Vocabulary, stem: Stem): Token | undefined {
  if (token.after !== '' || /\d/.test(token.form + following.form)) return undefined;
  if (vocabulary.words.has(following.form)) return undefined;
  const form = token.form + following.form;
  if (form.length < shortestRepaired || !vocabulary.words.has(form)) return undefined;
  return { form, stem: stem(form), from: token.from, to: following.to, after: following.after };
}

function repairOne(token: Token, vocabulary: Vocabulary, stem: Stem): readonly Token[] {
  const { form } = token;
  const as = (repaired: string): Token => ({ ...token, form: repaired, stem: stem(repaired) });
  for (const [seen, meant] of confusions) {
    const candidate = form.replace(seen, meant);
    if (candidate !== form && vocabulary.words.has(candidate)) return [as(candidate)];
  }
  if (form.length + 1 < shortestRepaired || /^\d/.test(form)) return [token];
  const word = oneLetterOff(form, vocabulary);
  if (word !== undefined) return [as(word)];
  return splitGlued(token, vocabulary, stem) ?? [token];
}

function oneLetterOff(form: string, vocabulary: Vocabulary): string | undefined {
  const added = vocabulary.shortened.get(form);
  if (added !== undefined) return added;
  if (form.length < shortestRepaired) return undefined;
  for (const shorter of withoutOneLetter(form)) {
    if (shorter.length >= shortestRepaired && vocabulary.words.has(shorter)) return shorter;
    const candidate = vocabulary.shortened.get(shorter);
    // Both lack one letter: right only when it is the same place, i.e. one letter was read as another.
    if (candidate !== undefined && candidate.length === form.length && differsByOne(candidate, form)) return candidate;
  }
  return undefined;
}

function differsByOne(one: string, other: string): boolean {
  let different = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) different += 1;
  return different === 1;
}

/** `notsatisfied`: one printed word that is two known ones. */
function splitGlued(token: Token, vocabulary: Vocabulary, stem: Stem): readonly Token[] | undefined {
  const { form } = token;
  if (form.length < 8) return undefined;
  for (let at = 2; at <= form.length - 2; at += 1) {
    const left = form.slice(0, at);
    const right = form.slice(at);
    if (left.length + right.length < 8 || Math.max(left.length, right.length) < 5) continue;
    if (!vocabulary.words.has(left) || !vocabulary.words.has(right)) continue;
    return [
      { ...token, form: left, stem: stem(left), after: '' },
      { ...token, form: right, stem: stem(right) },
    ];
  }
  return undefined;
}
