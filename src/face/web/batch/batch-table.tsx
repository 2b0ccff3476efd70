import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Icon } from '../frame/icon.tsx';
import { failedText, wasStopped } from '../speech/problem-text.ts';
import { daysBetween, type Speech, type TextName } from '../speech/translate.ts';
import type { BatchRow, PageSettings } from '../view/page-data.ts';
import type { BatchFilter, SortColumn } from './batch-filter.ts';

const columns = [
  { id: 'name', text: 'columnFile' },
  { id: 'kind', text: 'columnKind' },
  { id: 'issued', text: 'columnIssued' },
  { id: 'grounds', text: 'columnReasons' },
  { id: 'deadline', text: 'columnDeadline' },
  { id: 'state', text: 'columnState' },
] as const satisfies readonly { readonly id: SortColumn; readonly text: TextName }[];

/** Rows drawn beyond the view on either side, so that quick scrolling meets no gap. */
const spare = 8;
/** The window moves by this many rows at once: most frames of a scroll then draw nothing anew. */
const step = 4;

/** Rows are laid out as grids, by which some browsers forget that they are a table's: it is said again. */
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export type BatchTableProps = {
  readonly speech: Speech;
  readonly settings: PageSettings;
  readonly rows: readonly BatchRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly filter: BatchFilter;
  readonly sort: (column: SortColumn) => void;
  readonly today: string;
  /** Shows a letter beside the table. */
  readonly open: (letter: string) => void;
};

type Shape = { readonly row: number; readonly view: number };

/** Which rows to draw: those in view and some around them. All of them until the page lives. */
function useWindow(count: number) {
  const box = useRef<HTMLElement>(null);
  const [first, setFirst] = useState(0);
  const [{ row, view }, setShape] = useState<Shape>({ row: 0, view: 0 });
  useEffect(() => {
    const narrow = matchMedia('(max-width: 700px)');
    const measure = (): void => {
      const height = narrow.matches ? 108 : 52;
      setShape({ row: height, view: Math.ceil(Math.min(0.72 * innerHeight, 720) / height) });
    };
    measure();
    globalThis.addEventListener('resize', measure);
    return () => globalThis.removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element === null || row === 0) return undefined;
    const look = (): void => setFirst(Math.floor(element.scrollTop / row / step) * step);
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [row]);
  const from = row === 0 ? 0 : Math.max(0, Math.min(first - spare, count - 1));
  const to = row === 0 ? count : Math.min(count, first + view + step + spare);
  return { box, from, to, height: row };
}

/** Thousands of letters as a real table of which only the part in view is drawn. */
export function BatchTable(props: BatchTableProps) {
  const { speech, rows, filter, sort } = props;
  const { box, from, to, height } = useWindow(rows.length);
  const gap = (count: number) =>
    count > 0 && height > 0 && <tr class="gap" style={{ height: `${count * height}px` }} />;
  return (
    <section
      ref={box}
      class="table-box"
      tabIndex={0 /* oxlint-disable-line jsx-a11y/no-noninteractive-tabindex */}
      aria-label={speech.t('theTable')}
    >
      <table {...roles.table} aria-rowcount={rows.length + 1}>
        <thead {...roles.group}>
          <tr {...roles.row} aria-rowindex={1}>
            {columns.map(({ id, text }) => (
              <th key={id} {...roles.head} scope="col" class={`c-${id}`} aria-sort={sortOf(filter, id)}>
                <button type="button" onClick={() => sort(id)}>
                  {speech.t(text)}
                  <span aria-hidden="true">{filter.sort === id ? (filter.down ? ' ▼' : ' ▲') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.group}>
          {gap(from)}
          {rows.slice(from, to).map((row, at) => (
            <LetterRow key={row.id} {...props} row={row} index={from + at + 2} />
          ))}
          {gap(rows.length - to)}
        </tbody>
      </table>
      {rows.length === 0 && <p class="muted none">{speech.t('batchNoRows')}</p>}
    </section>
  );
}

const sortOf = (filter: BatchFilter, column: SortColumn) =>
  filter.sort !== column ? undefined : filter.down ? 'descending' : 'ascending';

type RowProps = BatchTableProps & { readonly row: BatchRow; readonly index: number };

/** A row is drawn anew only when its letter is another. */
function LetterRow(props: RowProps) {
  const { row, index, speech, today, names } = props;
  return useMemo(() => drawRow(props), [row, index, speech, today, names]);
}

function drawRow({ speech, settings, row, names, today, index, open }: RowProps) {
  const reasons = row.grounds.map((ground) => names[ground] ?? ground);
  const said = row.problem === undefined ? reasons.join(' · ') : failedText(speech, row.problem, settings);
  const soon = row.deadline !== undefined && daysBetween(today, row.deadline) <= 15;
  return (
    <tr class="letter" {...roles.row} aria-rowindex={index}>
      <th {...roles.name} scope="row" class="c-name">
        <a
          href={`/letters/${row.id}?lang=${speech.language}`}
          onClick={(event) => {
            if (row.state !== 'done' || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            open(row.id);
          }}
        >
          {row.name}
        </a>
      </th>
      <td {...roles.cell} class="c-kind">
        {row.kind === undefined ? '' : (names[row.kind] ?? row.kind)}
      </td>
      <td {...roles.cell} class="c-issued">
        {row.issued ?? ''}
      </td>
      <td {...roles.cell} class="c-grounds" title={said}>
        {said}
      </td>
      <td {...roles.cell} class="c-deadline" data-soon={soon}>
        {row.deadline ?? ''}
      </td>
      <td {...roles.cell} class="c-state">
        <StateTag speech={speech} row={row} />
      </td>
    </tr>
  );
}

/** What stands in the column of states. A letter whose reading somebody stopped did not fail. */
function kindOf({ state, check, reviewed, problem }: BatchRow) {
  if (state === 'failed') return wasStopped(problem) ? 'stopped' : 'failed';
  return state === 'done' && check && !reviewed ? 'check' : state;
}

function StateTag({ speech, row }: { readonly speech: Speech; readonly row: BatchRow }) {
  const kind = kindOf(row);
  const texts = {
    stopped: 'stateStoppedOne',
    done: 'stateDoneOne',
    check: 'stateCheckOne',
    failed: 'stateFailedOne',
    waiting: 'stateWaitingOne',
    reading: 'stateReadingOne',
  } as const;
  return (
    <>
      <span class="tag" data-state={kind} title={row.duplicate ? speech.t('duplicate') : undefined}>
        {row.reviewed ? `✓ ${speech.t('reviewedOne')}` : speech.t(texts[kind])}
        {row.duplicate && ' ⧉'}
      </span>
      {row.held && (
        <span class="held" title={speech.t('heldTitle')}>
          <Icon name="lock" />
          <span class="unseen">{speech.t('heldTitle')}</span>
        </span>
      )}
    </>
  );
}
