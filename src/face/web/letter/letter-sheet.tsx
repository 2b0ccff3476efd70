import type { Report } from '../../../report/report-schema.ts';
import type { Speech } from '../speech/translate.ts';
import type { PageView } from '../view/page-data.ts';
import { placePins } from './place-pins.ts';

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** One ground on one page: its boxes, and whether the pin stands here (only where the ground is first seen). */
export type Mark = {
  readonly number: number;
  readonly title: string;
  readonly strength: string;
  readonly boxes: readonly Box[];
};

/** Points between two pins: at the smallest size in which a page is shown it is still 24 pixels. */
const pinGap = 27;
const pinRadius = 12.5;

/** The grounds that were seen on a page, in the order of the report. */
export function marksOf(report: Report, page: number, speech: Speech): readonly Mark[] {
  return report.grounds.flatMap((ground, index) => {
    const boxes = ground.sightings.flatMap(({ evidence }) =>
      evidence.places.filter((place) => place.page === page).map(({ box }) => box),
    );
    const mark = { number: index + 1, title: speech.say(ground.title), strength: ground.strength, boxes };
    return boxes.length === 0 ? [] : [mark];
  });
}

export type SheetProps = {
  readonly speech: Speech;
  readonly letter: string;
  readonly page: PageView;
  readonly language: string;
  readonly marks: readonly Mark[];
  readonly selected: number;
  readonly choose: (number: number) => void;
};

/** A page of the letter with its grounds marked. Everything on it is in points of the page, so it fits at every size. */
export function LetterSheet({ speech, letter, page, language, marks, selected, choose }: SheetProps) {
  const picture = (dpi: number): string => `/v1/letters/${letter}/pages/${page.number}.png?dpi=${dpi}`;
  const margin = Math.min(page.width / 2, ...page.lines.map(([left]) => left));
  const pinsAt = Math.max(pinRadius + 2, margin - pinRadius - 8);
  return (
    <div class="sheet" id={`page-${page.number}`}>
      {page.picture && (
        <img
          src={picture(144)}
          srcset={`${picture(144)} 2x, ${picture(216)} 3x`}
          alt={speech.t('page', { n: page.number })}
          width={Math.round(page.width)}
          height={Math.round(page.height)}
          decoding="async"
          // On a narrow screen the letter is not shown at first, and its picture must not hold up the words.
          loading="lazy"
        />
      )}
      <svg
        class="overlay"
        viewBox={`0 0 ${page.width} ${page.height}`}
        aria-label={speech.t('letterText', { n: page.number })}
      >
        {marks.map((mark) => (
          <Highlight key={mark.number} mark={mark} page={page.number} on={mark.number === selected} choose={choose} />
        ))}
        <g class={page.picture ? 'words' : 'words words-seen'} lang={language}>
          {page.lines.map(([left, top, width, height, text]) => (
            <text
              key={`${left}-${top}`}
              x={left}
              y={top + height * 0.8}
              textLength={width}
              lengthAdjust="spacingAndGlyphs"
              font-size={height * 0.88}
            >
              {text}
            </text>
          ))}
        </g>
        {placePins(
          marks.map((mark) => ({ wanted: middleOf(mark), of: mark })),
          pinGap,
          pinRadius + 2,
        ).map(({ at, wanted, of }) => (
          <PinLink
            key={of.number}
            speech={speech}
            mark={of}
            page={page.number}
            place={{ at, wanted, left: pinsAt }}
            on={of.number === selected}
            choose={choose}
          />
        ))}
      </svg>
    </div>
  );
}

const middleOf = ({ boxes }: Mark): number => {
  const [first] = boxes;
  return first === undefined ? 0 : (first.top + first.bottom) / 2;
};

/** The marker stroke over the words, with a line under them: solid when stated, broken when less sure. */
function Highlight(props: {
  readonly mark: Mark;
  readonly page: number;
  readonly on: boolean;
  readonly choose: (number: number) => void;
}) {
  const { mark, page, on, choose } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the mouse; the pin beside it is the link
    <g
      class="mark"
      id={`mark-${mark.number}-${page}`}
      data-on={on}
      data-strength={mark.strength}
      onClick={() => choose(mark.number)}
    >
      {mark.boxes.map(({ left, top, right, bottom }) => (
        <g key={`${left}-${top}`}>
          <rect x={left - 1.5} y={top - 1} width={right - left + 3} height={bottom - top + 2} rx={1.5} />
          <line x1={left - 1.5} x2={right + 1.5} y1={bottom + 1} y2={bottom + 1} />
        </g>
      ))}
    </g>
  );
}

function PinLink(props: {
  readonly speech: Speech;
  readonly mark: Mark;
  readonly page: number;
  readonly place: { readonly at: number; readonly wanted: number; readonly left: number };
  readonly on: boolean;
  readonly choose: (number: number) => void;
}) {
  const { speech, mark, place, on, choose } = props;
  const edge = place.left + pinRadius;
  return (
    <a
      class="pin"
      href={`#reason-${mark.number}`}
      data-on={on}
      aria-label={speech.t('goToReason', { n: mark.number, title: mark.title })}
      onClick={(event) => {
        event.preventDefault();
        choose(mark.number);
      }}
    >
      <path d={`M${edge} ${place.at}L${edge + 7} ${place.wanted}`} />
      <circle cx={place.left} cy={place.at} r={pinRadius} />
      <text x={place.left} y={place.at + 4.6} text-anchor="middle">
        {mark.number}
      </text>
    </a>
  );
}
