import { useState } from 'preact/hooks';
import type { Report } from '../../../report/report-schema.ts';
import type { Speech } from '../speech/translate.ts';
import type { PageView } from '../view/page-data.ts';
import { LetterSheet, marksOf } from './letter-sheet.tsx';

const zooms = [100, 150, 200, 300, 400] as const;

export type LetterPaneProps = {
  readonly speech: Speech;
  readonly letter: string;
  readonly pages: readonly PageView[];
  /** The file as it came was deleted. */
  readonly gone: boolean;
  readonly report: Report;
  readonly selected: number;
  readonly choose: (number: number) => void;
};

/** The letter's pages beside the reasons. Zoom is a class, since styles may not stand in the markup. */
export function LetterPane({ speech, letter, pages, gone, report, selected, choose }: LetterPaneProps) {
  const [zoom, setZoom] = useState(0);
  const level = zooms[zoom] ?? 100;
  return (
    <div class="pane">
      <div class="bar">
        <h2>{speech.t('letterTab')}</h2>
        <div class="tools needs-script no-print">
          <button
            type="button"
            class="square"
            aria-label={speech.t('zoomOut')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            −
          </button>
          <output aria-live="polite" class="small">
            {speech.t('zoomLevel', { n: level })}
          </output>
          <button
            type="button"
            class="square"
            aria-label={speech.t('zoomIn')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            +
          </button>
        </div>
      </div>
      {gone && <p class="muted small">{speech.t('originalGone')}</p>}
      <section
        class="scroller"
        data-zoom={level}
        tabIndex={0 /* oxlint-disable-line jsx-a11y/no-noninteractive-tabindex */}
        aria-label={speech.t('letterTab')}
      >
        {pages.map((page) => (
          <LetterSheet
            key={page.number}
            speech={speech}
            letter={letter}
            page={page}
            language={report.letter.language}
            marks={marksOf(report, page.number, speech)}
            selected={selected}
            choose={choose}
          />
        ))}
      </section>
    </div>
  );
}
