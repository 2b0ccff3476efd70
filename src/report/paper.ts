import type { Box } from '../model/geometry.ts';

/** A piece of a line. `mark` shows the words as quoted from the letter. */
export type Run = { readonly text: string; readonly strong?: boolean; readonly soft?: boolean; readonly link?: string };

/** How a state looks. Colour never says it alone: the words beside it do. */
export type Tone = 'good' | 'caution' | 'stop' | 'plain';

export type Tag = { readonly text: string; readonly tone: Tone };

/** Something to gather and to tick off. */
export type Check = { readonly name: string; readonly tag?: Tag; readonly lines: readonly (readonly Run[])[] };

/** Where a reason stands on a page; `number` is the reason's number in the paper. */
export type PageMark = { readonly box: Box; readonly number: number };

/** One page of the letter. `picture` is a PNG as a data URL, drawn in the frame of the marks; sizes in points. */
export type PagePicture = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
  readonly marks: readonly PageMark[];
};

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      readonly number?: number;
      readonly tag?: Tag;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly look?: 'lead' | 'small' | 'hint' }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | { readonly kind: 'quote'; readonly text: string; readonly language: string; readonly source: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly small: boolean;
      readonly items: readonly (readonly Run[])[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Relative, one a column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly kind: 'checks'; readonly items: readonly Check[] }
  | {
      readonly kind: 'callout';
      readonly tone: Tone;
      readonly title: string;
      readonly lines: readonly (readonly Run[])[];
    }
  /** Room to write in. */
  | { readonly kind: 'blank'; readonly label: string; readonly lines: number }
  /** Blocks that belong together and are kept on one page where that can be. */
  | { readonly kind: 'card'; readonly tone: Tone; readonly blocks: readonly Block[] }
  | { readonly kind: 'pages'; readonly pages: readonly PagePicture[] };

/** A text to be handed to people, before it takes a form: HTML, PDF, DOCX, Markdown or plain text. */
export type Paper = {
  readonly title: string;
  readonly subtitle: string;
  readonly language: 'en' | 'fr';
  readonly blocks: readonly Block[];
  /** Stands small at the end of the paper. */
  readonly closing: readonly string[];
  /** Words of the running foot: "Page 1 of 3". */
  readonly pageWords: { readonly page: string; readonly of: string };
  /** The instant that the paper carries as its date, so that the same paper gives the same bytes. */
  readonly made: string;
};

export const plain = (text: string): readonly Run[] => [{ text }];
export const labelled = (label: string, text: string): readonly Run[] => [
  { text: `${label} `, strong: true },
  { text },
];
