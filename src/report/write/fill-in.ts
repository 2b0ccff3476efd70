import type { Block, Paper } from '../paper.ts';
import { type PaperWord, paperWords } from '../paper-words.ts';
import type { Report } from '../report-schema.ts';
import { type Voice, voiceOf } from './voice.ts';
import { closingOf } from './write-report.ts';

/** The fixed words of papers that are filled in. */
export type FillIn = Voice & { readonly term: (name: PaperWord) => string };

export function fillInVoice(language: Voice['language']): FillIn {
  return { ...voiceOf(language), term: (name) => paperWords[name][language] };
}

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const small = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const hint = (text: string): Block => ({ kind: 'paragraph', look: 'hint', runs: [{ text }] });
export const blank = (label: string, lines: number): Block => ({ kind: 'blank', label, lines });

export function paperOf(report: Report, voice: FillIn, title: string, blocks: readonly Block[]): Paper {
  const subtitle = [voice.say(report.letter.title), report.letter.reference?.value]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    title,
    subtitle,
    language: voice.language,
    made: report.made,
    blocks,
    closing: closingOf(report, voice),
    pageWords: { page: voice.word('pageFoot'), of: voice.word('pageOf') },
  };
}
