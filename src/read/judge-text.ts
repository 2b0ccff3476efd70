import type { Language } from '../model/locale.ts';

/** The commonest function words of each language. */
export type StopWords = Readonly<Record<Language, readonly string[]>>;

/** How much of a text is function words of its best language: that tells the language, and tells text from garbage. */
export type LanguageShare = { readonly language: Language; readonly share: number };

/** Real letters have 0.32 to 0.44 in their own language, garbled ones under 0.01, upside-down ones 0.04 to 0.08. */
export const readableShare = 0.12;
/** Fewer words say nothing: a heading may have no function word at all. */
export const fewestWordsToJudge = 25;

/** The share of stop words in each language, the highest first. */
export function languageShares(words: readonly string[], stopWords: StopWords): readonly LanguageShare[] {
  const bare = words.map(bareWord).filter((word) => word !== '');
  return Object.entries(stopWords)
    .map(([language, list]) => ({ language, share: shareOf(bare, new Set(list.map(bareWord))) }))
    .toSorted((a, b) => b.share - a.share);
}

function shareOf(words: readonly string[], list: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => list.has(word)).length / words.length;
}

function bareWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^.*['’]/u, '')
    .replace(/[^\p{L}]/gu, '');
}

/** What was counted while a page's text layer was read. */
export type TextLayerCounts = {
  readonly characters: number;
  /** Characters that the file maps to no letter, of `sampled`. */
  readonly unmapped: number;
  readonly sampled: number;
  /** Text objects drawn invisibly, of all text objects: the way OCR programs lay text over a scan. */
  readonly invisible: number;
  readonly textObjects: number;
  /** The share of the page that its largest picture covers, 0 to 1. */
  readonly pictureCover: number;
};

/** `none`: no text. `hidden`: only an invisible layer over a picture. `garbled`: letters that make no words. */
export type TextLayerVerdict = 'good' | 'none' | 'hidden' | 'garbled';

/** Whether a page's text layer can be trusted, or the page must be read from its picture. */
export function judgeTextLayer(
  counts: TextLayerCounts,
  words: readonly string[],
  stopWords: StopWords,
): TextLayerVerdict {
  if (counts.characters === 0 || words.length === 0) return 'none';
  if (counts.pictureCover > 0.7 && counts.textObjects > 0 && counts.invisible === counts.textObjects) return 'hidden';
  if (counts.sampled > 0 && counts.unmapped / counts.sampled > 0.1) return 'garbled';
  if (strangeShare(words) > 0.2) return 'garbled';
  if (words.length < fewestWordsToJudge) return counts.pictureCover > 0.7 && words.length < 8 ? 'none' : 'good';
  const best = languageShares(words, stopWords)[0]?.share ?? 1;
  return best < readableShare ? 'garbled' : 'good';
}

/** The share of words that hold private-use, control or replacement characters, or many letters and no vowel. */
function strangeShare(words: readonly string[]): number {
  const strange = words.filter(
    (word) => /[\p{Co}\p{Cc}\ufffd]/u.test(word) || /^[bcdfghjklmnpqrstvwxz]{5,}$/i.test(word),
  );
  return words.length === 0 ? 0 : strange.length / words.length;
}
