import type { BatchRow } from '../view/page-data.ts';

export type StateFilter = '' | 'done' | 'check' | 'reviewed' | 'failed' | 'waiting';
export type SortColumn = 'order' | 'name' | 'kind' | 'issued' | 'grounds' | 'deadline' | 'state';

export type BatchFilter = {
  readonly text: string;
  readonly state: StateFilter;
  readonly ground: string;
  readonly kind: string;
  readonly sort: SortColumn;
  readonly down: boolean;
};

export const noFilter: BatchFilter = { text: '', state: '', ground: '', kind: '', sort: 'order', down: false };

function hasState(row: BatchRow, state: StateFilter): boolean {
  switch (state) {
    case '':
      return true;
    case 'check':
      return row.check;
    case 'reviewed':
      return row.reviewed;
    case 'waiting':
      return row.state === 'waiting' || row.state === 'reading';
    case 'done':
    case 'failed':
      return row.state === state;
  }
}

const keys: Readonly<
  Record<Exclude<SortColumn, 'order'>, (row: BatchRow, names: Readonly<Record<string, string>>) => string>
> = {
  name: ({ name }) => name,
  kind: ({ kind = '' }, names) => names[kind] ?? kind,
  issued: ({ issued = '' }) => issued,
  grounds: ({ grounds }) => String(grounds.length).padStart(3, '0'),
  // Letters without a deadline come after those that have one.
  deadline: ({ deadline = '9999' }) => deadline,
  state: ({ state, check }) => `${state === 'failed' ? 0 : check ? 1 : state === 'done' ? 3 : 2}`,
};

/** The rows that pass, in the order that is asked for. */
export function filterRows(
  rows: readonly BatchRow[],
  filter: BatchFilter,
  names: Readonly<Record<string, string>>,
  compare: (a: string, b: string) => number,
): readonly BatchRow[] {
  const text = filter.text.trim().toLowerCase();
  const passed = rows.filter(
    (row) =>
      hasState(row, filter.state) &&
      (filter.ground === '' || row.grounds.includes(filter.ground)) &&
      (filter.kind === '' || row.kind === filter.kind) &&
      (text === '' || row.name.toLowerCase().includes(text)),
  );
  if (filter.sort === 'order') return filter.down ? passed.toReversed() : passed;
  const keyOf = keys[filter.sort];
  const keyed = passed.map((row) => ({ row, key: keyOf(row, names) }));
  const sorted = keyed.toSorted((a, b) => compare(a.key, b.key));
  return (filter.down ? sorted.toReversed() : sorted).map(({ row }) => row);
}
