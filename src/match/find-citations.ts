import type { Word } from '../model/document.ts';
import type { Act, LawFile } from '../pack/law-schema.ts';
import { foldWord } from '../phrase/fold.ts';

/** A provision cited in words `from` up to but not including `to`, as indexes into the words given. */
export type Citation = { readonly from: number; readonly to: number; readonly law: string };

export type CitationFinder = (words: readonly Word[]) => readonly Citation[];

/** A citation is never longer than this many printed words: "R 216 ( 1 ) ( b )". */
const longest = 6;
/** How far behind the number the act may be named: "of the Immigration and Refugee Protection Regulations". */
const actWithin = 10;

const parts = String.raw`((?:\s?[([{]?\s?(?:[\dIl]{1,2}(?:\.\d)?|[ivx]{1,4}(?:\.\d)?|[a-z](?:\.\d)?)\s?[)}\]])*)`;

/**
 * Makes the finder of citations in all their printed shapes: `R216(1)(b)`, `paragraph 179(b) of the IRPR`,
 * `alinéa 216(1)b) du RIPR`, `A 40 (1) (a)`. How acts are named is data (`patterns/<country>/laws.yaml`).
 */
export function createCitationFinder(laws: LawFile): CitationFinder {
  const signs = laws.acts.flatMap((act) => act.cited.before.map((sign) => ({ sign, act: act.id })));
  signs.sort((one, other) => other.sign.length - one.sign.length);
  const sign = signs.map((each) => each.sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const shape = new RegExp(
    String.raw`^["'«(\[]*(?:(${sign})\s?[.:]?\s?)?((?=[Il]?\d)[\dIl]\d{0,2}(?:\.\d{1,3})?)${parts}`,
  );
  const actBySign = new Map(signs.map((each) => [each.sign, each.act]));
  const provisions = laws.provisions.map((provision) => provision.id);
  const named = laws.acts.map((act) => ({ act, names: act.cited.after.map((name) => foldText(name)) }));

  function actOf(words: readonly Word[], to: number, section: string, tail: string): string | undefined {
    const following = ` ${foldText(
      words
        .slice(to, to + actWithin)
        .map((word) => word.text)
        .join(' '),
    )} `;
    const byName = nearestName(named, following);
    if (byName !== undefined) return byName;
    if (tail === '') return undefined; // a bare number is a citation only with its act
    const acts = new Set(provisions.filter((id) => id.split('/')[1] === section).map((id) => id.split('/')[0]));
    return acts.size === 1 ? [...acts][0] : undefined;
  }

  function citationAt(words: readonly Word[], from: number): Citation | undefined {
    const first = words[from]?.text ?? '';
    if (!/\d/.test(first) && !actBySign.has(first.replace(/[^\p{L}]/gu, ''))) return undefined;
    const window = words.slice(from, from + longest);
    const match = shape.exec(window.map((word) => word.text).join(' '));
    if (match === null) return undefined;
    const section = readDigits(match[2] ?? '');
    const tail = match[3] ?? '';
    const to = from + wordsIn(window, match[0].length);
    const act = match[1] === undefined ? actOf(words, to, section, tail) : actBySign.get(match[1]);
    return act === undefined ? undefined : { from, to, law: [act, section, ...splitParts(tail)].join('/') };
  }

  return (words) => {
    const found: Citation[] = [];
    for (let from = 0; from < words.length; from += 1) {
      const citation = citationAt(words, from);
      if (citation === undefined) continue;
      found.push(citation);
      from = citation.to - 1;
    }
    return found;
  };
}

/** The act named first, if one is named near. */
function nearestName(
  named: readonly { readonly act: Act; readonly names: readonly string[] }[],
  following: string,
): string | undefined {
  let best: { readonly at: number; readonly act: string } | undefined;
  for (const { act, names } of named) {
    for (const name of names) {
      const at = following.indexOf(` ${name} `);
      if (at >= 0 && at < 40 && (best === undefined || at < best.at)) best = { at, act: act.id };
    }
  }
  return best?.act;
}

function wordsIn(window: readonly Word[], characters: number): number {
  let length = 0;
  for (const [number, word] of window.entries()) {
    length += word.text.length + 1;
    if (length > characters) return number + 1;
  }
  return window.length;
}

/** The first part after a section is a number; letters follow it. */
function splitParts(tail: string): readonly string[] {
  return (tail.match(/[\w.]+/g) ?? []).map((part, at) =>
    /\d/.test(part) || (at === 0 && /^[Il]$/.test(part)) ? readDigits(part) : part.toLowerCase(),
  );
}

/** Scans take 1 for I or l. */
function readDigits(text: string): string {
  return text.replace(/[Il]/g, '1');
}

function foldText(text: string): string {
  return text.split(/\s+/).flatMap(foldWord).join(' ');
}
