import type { Word } from '../../model/document.ts';

/** A sentence without an end is cut here: what comes after must stay cheap to search. */
const longest = 250;

/** Of all languages together, in lower case: abbreviations without their last full stop, and function words. */
export type KnownWords = { readonly abbreviations: ReadonlySet<string>; readonly stopWords: ReadonlySet<string> };

/** Cuts a paragraph's words into sentences. A full stop ends one only where the next word can begin one. */
export function splitSentences(words: readonly Word[], known: KnownWords): readonly (readonly Word[])[] {
  const sentences: (readonly Word[])[] = [];
  let start = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined) break;
    const fresh = at === start || endsEnumeration(words[at - 1]);
    if (at + 1 - start < longest && !endsSentence(word.text, next.text, fresh, known)) continue;
    sentences.push(words.slice(start, at + 1));
    start = at + 1;
  }
  if (start < words.length) sentences.push(words.slice(start));
  return sentences;
}

function endsEnumeration(word: Word | undefined): boolean {
  return word !== undefined && /[.:;]$/.test(word.text);
}

/** `fresh`: the word stands where a sentence or an item can begin, so `2.` there is a number and no end. */
function endsSentence(text: string, next: string, fresh: boolean, known: KnownWords): boolean {
  // Words can be a megabyte long in hostile files: only their tails are looked at.
  const tail = text.slice(-24);
  const bare = tail.replace(/["'”’»)\]]+$/, '');
  const head = next.slice(0, 8);
  if (/^[!?]$|[^\s][!?…]$/.test(bare)) return !/^[\p{Ll},;]/u.test(head);
  if (!bare.endsWith('.')) return false;
  // `l'art.` is the abbreviation `art.`
  const stem = bare
    .slice(0, -1)
    .replace(/^.*["'’“‘«([]/u, '')
    .toLowerCase();
  if (stem === '' || /\.$/.test(stem)) return canBegin(head);
  if (known.abbreviations.has(stem)) return stem.length >= 3 && beginsNote(next, known);
  if (/^\p{L}$/u.test(stem) && stem !== 'i') return bare !== bare.toLowerCase() && beginsAnew(next, known);
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(stem)) return beginsAnew(next, known);
  if (/^\d{1,2}$/.test(stem) && fresh) return false;
  if (/^\p{Ll}/u.test(head)) return /^\p{L}{5,}$/u.test(stem) && bare === bare.toLowerCase();
  if (/^\d/.test(head)) return !/^\d{1,2}$/.test(stem);
  return canBegin(head);
}

/** A function word with a capital begins a sentence even behind an abbreviation: "in the U.S. The officer". */
function beginsAnew(next: string, known: KnownWords): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(next) && known.stopWords.has(next.toLowerCase());
}

/** In notes a short name in capitals begins one too, behind a longer abbreviation: "senior mgr. PA shows". */
function beginsNote(next: string, known: KnownWords): boolean {
  return beginsAnew(next, known) || /^\p{Lu}{2,3}$/u.test(next);
}

function canBegin(head: string): boolean {
  return /^["'“‘«([•\-–—]*[\p{Lu}\d]/u.test(head) || /^["“«•\-–—[☐☒☑(]/u.test(head);
}
