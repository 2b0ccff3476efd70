import type { Word } from '../model/document.ts';
import { foldWord } from '../phrase/fold.ts';
import { isKnown } from '../phrase/vocabulary.ts';
import type { ExtractPack, ExtractPacks } from './compile-packs.ts';
import type { Draft } from './cue.ts';
import { addCounts, countLanguages, type LanguageCount, leadingLanguage } from './guess-language.ts';
import type { Block } from './layout/block.ts';
import { splitSentences } from './layout/split-sentences.ts';
import { findCues, readTokens } from './read-cues.ts';

/** A sentence with its language, before its cues are known. */
export type Spoken = Omit<Draft, 'cues' | 'tokens'>;

export type SpokenText = {
  readonly sentences: readonly Spoken[];
  readonly language: string;
  /** False when the function words don't tell the language. */
  readonly sure: boolean;
};

type Piece = Omit<Spoken, 'language'> & { readonly counts: LanguageCount };

/** Cuts blocks into sentences and finds each one's language; short ones speak as what stands around them. */
export function speakSentences(blocks: readonly Block[], packs: ExtractPacks): SpokenText {
  const pieces = blocks.filter((block) => !block.furniture).flatMap((block) => cutBlock(block, packs));
  const long = pieces.filter((piece) => piece.words.length >= 6);
  const total = addCounts((long.length > 0 ? long : pieces).map((piece) => piece.counts));
  const leading = leadingLanguage(total);
  const language = leading ?? mostSpoken(total) ?? mostKnown(pieces, packs) ?? [...packs.languages.keys()][0] ?? '';
  const byBlock = new Map<Block, string | undefined>();
  const sentences = pieces.map(({ counts, ...piece }): Spoken => {
    const own = piece.words.length >= 4 ? leadingLanguage(counts) : undefined;
    const known = own ?? byBlock.get(piece.block);
    byBlock.set(piece.block, known);
    return { ...piece, language: known ?? language };
  });
  return { sentences, language, sure: leading !== undefined };
}

function mostSpoken(counts: LanguageCount): string | undefined {
  const [first] = [...counts].sort((one, other) => other[1] - one[1]);
  return first !== undefined && first[1] > 0 ? first[0] : undefined;
}

/** The language that leads in these sentences, if one does. */
export function bodyLanguage(drafts: readonly Draft[], packs: ExtractPacks): string | undefined {
  return leadingLanguage(addCounts(drafts.map((draft) => countLanguages(draft.words, packs.languages))));
}

/** Notes without one function word: the language whose phrases and letters know the most of their words. */
function mostKnown(pieces: readonly Piece[], packs: ExtractPacks): string | undefined {
  const texts = pieces.flatMap((piece) => piece.words.slice(0, 100).map((word) => word.text.slice(0, 60)));
  const counts = [...packs.byDefault.cues].map(([id, { vocabulary }]): [string, number] => {
    const spoken = packs.languages.get(id);
    if (spoken === undefined) return [id, 0];
    const phrases = vocabulary();
    const known = texts
      .flatMap(foldWord)
      .filter((form) => form.length > 1 && isKnown(phrases, form, spoken.tools.stem(form)));
    const accented = texts.filter((text) =>
      Array.from(text.toLowerCase()).some((letter) => spoken.letters.has(letter)),
    );
    return [id, known.length + accented.length * 2];
  });
  return mostSpoken(new Map(counts));
}

function cutBlock(block: Block, packs: ExtractPacks): readonly Piece[] {
  const sentences = splitSentences(block.words, packs.known);
  return sentences.flatMap((words, number): Piece[] => {
    const [first, ...rest] = words;
    if (first === undefined) return [];
    const span = { from: first.at, to: (rest.at(-1) ?? first).at + 1 };
    return [
      {
        words: [first, ...rest],
        span,
        skip: block.skip.filter((skip) => skip.from > span.from && skip.to < span.to),
        block,
        opens: number === 0,
        closes: number === sentences.length - 1,
        counts: countLanguages(words, packs.languages),
      },
    ];
  });
}

/** Letterheads and labels are printed in two languages: so many sentences are looked at in all of them. */
const bilingual = 40;

/** Looks every sentence's words up in the pack. */
export function draftSentences(sentences: readonly Spoken[], packs: ExtractPacks, pack: ExtractPack): readonly Draft[] {
  return sentences.map((sentence, number): Draft => {
    const tokens = readTokens(sentence.words, sentence.language, packs, pack);
    const cues = [...findCues(tokens, sentence.language, pack)];
    if (number < bilingual && isShort(sentence.words)) {
      for (const other of packs.languages.keys()) {
        if (other === sentence.language) continue;
        cues.push(...findCues(readTokens(sentence.words, other, packs, pack), other, pack, 'labels'));
      }
    }
    return { ...sentence, tokens, cues };
  });
}

function isShort(words: readonly Word[]): boolean {
  return words.length <= 30;
}
