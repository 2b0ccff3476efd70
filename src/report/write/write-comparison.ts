import type { Localized } from '../../model/locale.ts';
import type { ComparedGround, ComparedLetter, Comparison } from '../compare-reports.ts';
import { comparisonWords, doubtWords } from '../comparison-words.ts';
import { formatDay } from '../format-values.ts';
import { type Block, labelled, type Paper, plain } from '../paper.ts';

/** The comparison of two refusals as a paper, with the words of both letters side by side. */
export function writeComparison(comparison: Comparison, language: keyof Localized, made: string): Paper {
  const word = (name: keyof typeof comparisonWords) => comparisonWords[name][language];
  const group = (
    name: 'repeated' | 'cured' | 'new',
    lead: 'repeatedLead' | 'curedLead' | 'newLead',
  ): readonly Block[] => {
    const grounds = comparison[name];
    const heading: Block = { kind: 'heading', level: 2, text: `${word(name)} (${grounds.length})` };
    if (grounds.length === 0) return [heading, { kind: 'paragraph', runs: plain(word('none')) }];
    return [
      heading,
      { kind: 'paragraph', runs: plain(word(lead)) },
      ...grounds.map((ground) => writeGround(ground, comparison, language)),
    ];
  };
  const unknown = (['older', 'newer'] as const).flatMap((side) =>
    comparison.unrecognised[side].map((text): Block => quote(text, comparison[side].language, word(side))),
  );
  return {
    title: word('title'),
    subtitle: `${comparison.older.name} → ${comparison.newer.name}`,
    language,
    made,
    blocks: [
      {
        kind: 'facts',
        rows: (['older', 'newer'] as const).map((side) => ({
          label: word(side),
          runs: plain(describe(comparison[side], language)),
        })),
      },
      ...(comparison.doubts.length === 0
        ? []
        : [
            {
              kind: 'callout',
              tone: 'caution',
              title: word('doubts'),
              lines: comparison.doubts.map((doubt) => plain(doubtWords[doubt][language])),
            } as const,
          ]),
      {
        kind: 'callout',
        tone: 'plain',
        title: word('short'),
        lines: (['repeated', 'cured', 'new'] as const).map((name) =>
          labelled(`${word(name)}${language === 'fr' ? ' :' : ':'}`, String(comparison[name].length)),
        ),
      },
      ...group('repeated', 'repeatedLead'),
      ...group('cured', 'curedLead'),
      ...group('new', 'newLead'),
      ...(unknown.length === 0 ? [] : [{ kind: 'heading', level: 2, text: word('unknown') } as const, ...unknown]),
    ],
    closing: [word('closing')],
    pageWords: { page: word('pageFoot'), of: word('pageOf') },
  };
}

function writeGround(ground: ComparedGround, comparison: Comparison, language: keyof Localized): Block {
  const quotes = (['older', 'newer'] as const).flatMap((side) =>
    (ground[side]?.quotes ?? []).map(({ quote: text, page }) =>
      quote(
        text,
        comparison[side].language,
        `${comparisonWords[side][language]}, ${comparisonWords.page[language]} ${page}`,
      ),
    ),
  );
  return {
    kind: 'card',
    tone: 'plain',
    blocks: [{ kind: 'heading', level: 3, text: ground.title[language] }, ...quotes],
  };
}

function quote(text: string, language: string, source: string): Block {
  return { kind: 'quote', text, language, source };
}

function describe({ name, title, issued, reference }: ComparedLetter, language: keyof Localized): string {
  return [title[language], issued === undefined ? undefined : formatDay(issued, language), reference, name]
    .filter((part) => part !== undefined)
    .join(' · ');
}
