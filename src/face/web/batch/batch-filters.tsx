import type { Speech, TextName } from '../speech/translate.ts';
import { type BatchFilter, noFilter, type StateFilter } from './batch-filter.ts';

const states = [
  { value: '', text: 'stateAll' },
  { value: 'done', text: 'stateDone' },
  { value: 'check', text: 'stateCheck' },
  { value: 'reviewed', text: 'stateReviewed' },
  { value: 'failed', text: 'stateFailed' },
  { value: 'waiting', text: 'stateWaiting' },
] as const satisfies readonly { readonly value: StateFilter; readonly text: TextName }[];

export type BatchFiltersProps = {
  readonly speech: Speech;
  readonly filter: BatchFilter;
  readonly change: (part: Partial<BatchFilter>) => void;
  readonly clear: () => void;
  readonly count: number;
  readonly loaded: boolean;
};

/** What the table shows: a part of the name, a state, and how many rows that leaves. */
export function BatchFilters({ speech, filter, change, clear, count, loaded }: BatchFiltersProps) {
  const { t } = speech;
  const filtered = filter.text !== noFilter.text || filter.state !== '' || filter.ground !== '' || filter.kind !== '';
  return (
    <div class="filters needs-script">
      <label class="field">
        {t('batchFind')}
        <input type="search" value={filter.text} onInput={(event) => change({ text: event.currentTarget.value })} />
      </label>
      <fieldset>
        <legend>{t('batchState')}</legend>
        <div class="segments">
          {states.map(({ value, text }) => (
            <label key={value}>
              <input
                type="radio"
                name="state"
                checked={filter.state === value}
                onChange={() => change({ state: value })}
              />
              <span>{t(text)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="filter-count">
        <output>{loaded ? t('batchRows', { n: count }) : t('loading')}</output>
        {filtered && (
          <button type="button" class="plain" onClick={clear}>
            {t('batchClear')}
          </button>
        )}
      </div>
    </div>
  );
}
