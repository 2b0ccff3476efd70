import { useMemo, useState } from 'preact/hooks';
import { Later } from '../frame/later.tsx';
import { Drawer } from '../review/drawer.tsx';
import { wasStopped } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { BatchData, BatchRow, PageSettings } from '../view/page-data.ts';
import { type BatchFilter, filterRows, noFilter } from './batch-filter.ts';
import { BatchFilters } from './batch-filters.tsx';
import { BatchHead } from './batch-head.tsx';
import { batchName } from './batch-name.ts';
import { type BatchState, useBatch } from './batch-state.ts';
import { BatchSums } from './batch-sums.tsx';
import { BatchTable } from './batch-table.tsx';

export const batchTitle = (speech: Speech, data: BatchData): string => batchName(speech, data);

type Props = { readonly speech: Speech; readonly data: BatchData & PageSettings };

/** A consultant's table: progress, sums that filter, and every letter. */
export function BatchPage({ speech, data }: Props) {
  const state = useBatch(data);
  const [filter, setFilter] = useState<BatchFilter>(noFilter);
  const change = (part: Partial<BatchFilter>): void => setFilter((before) => ({ ...before, ...part }));
  const compare = useMemo(() => new Intl.Collator(speech.language, { numeric: true }).compare, [speech.language]);
  const rows = useMemo(
    () => filterRows(state.rows, filter, data.names, compare),
    [state.rows, filter, data.names, compare],
  );
  return (
    <div class="wrap batch">
      <BatchHead
        speech={speech}
        data={data}
        counts={state.counts}
        stopped={state.rows.filter(({ problem }) => wasStopped(problem)).length}
        showFailed={() => change({ state: 'failed' })}
        showCheck={() => change({ state: 'check' })}
        reload={state.reload}
      />
      <Later>
        <BatchSums speech={speech} data={data} state={state} filter={filter} change={change} />
      </Later>
      <BatchFilters
        speech={speech}
        filter={filter}
        change={change}
        clear={() => setFilter(noFilter)}
        count={rows.length}
        loaded={state.loaded}
      />
      <Later>
        <Letters speech={speech} data={data} rows={rows} filter={filter} change={change} state={state} />
      </Later>
      {data.next !== undefined && (
        <p class="no-script">
          <a href={`/batches/${data.id}?lang=${speech.language}&after=${data.next}`}>{speech.t('nextRows')}</a>
        </p>
      )}
    </div>
  );
}

/** The table, and one of its letters beside it. */
function Letters(
  props: Props & {
    readonly rows: readonly BatchRow[];
    readonly filter: BatchFilter;
    readonly change: (part: Partial<BatchFilter>) => void;
    readonly state: BatchState;
  },
) {
  const { speech, data, rows, filter, change, state } = props;
  const [shown, show] = useState('');
  const [reviewer, setReviewer] = useState('');
  const at = shown === '' ? -1 : rows.findIndex(({ id }) => id === shown);
  const row = rows[at];
  return (
    <>
      <BatchTable
        speech={speech}
        settings={data}
        rows={rows}
        names={data.names}
        filter={filter}
        sort={(column) => change({ sort: column, down: filter.sort === column && !filter.down })}
        today={data.today}
        open={show}
      />
      {row !== undefined && (
        <Drawer
          speech={speech}
          row={row}
          today={data.today}
          reviewer={reviewer}
          setReviewer={setReviewer}
          {...stepsAround(rows, at, show)}
          close={() => {
            show('');
            // The keyboard is back on the letter that was opened first: where its row is drawn, the one seen last has it.
            document.querySelector<HTMLElement>(`.letter a[href^="/letters/${row.id}?"]`)?.focus();
          }}
          changed={state.reviewed}
          heldChanged={state.held}
        />
      )}
    </>
  );
}

/** The ways to the letters before and after one that have been read. */
function stepsAround(rows: readonly BatchRow[], at: number, show: (letter: string) => void) {
  const before = rows.slice(0, at).findLast(({ state }) => state === 'done');
  const after = rows.slice(at + 1).find(({ state }) => state === 'done');
  return {
    ...(before === undefined ? {} : { previous: () => show(before.id) }),
    ...(after === undefined ? {} : { next: () => show(after.id) }),
  };
}
