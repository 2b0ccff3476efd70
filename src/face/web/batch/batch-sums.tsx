import { daysText } from '../result/dated-routes.ts';
import { daysBetween, type Speech } from '../speech/translate.ts';
import type { BatchData } from '../view/page-data.ts';
import { Bars } from './batch-bars.tsx';
import type { BatchFilter } from './batch-filter.ts';
import type { BatchState } from './batch-state.ts';
import { monthName } from './month-name.ts';

const mostBars = 8;
const mostDeadlines = 6;

/** Commonest reasons and kinds, which filter the table; months; and the deadlines that come first. */
export function BatchSums(props: {
  readonly speech: Speech;
  readonly data: BatchData;
  readonly state: BatchState;
  readonly filter: BatchFilter;
  readonly change: (part: Partial<BatchFilter>) => void;
}) {
  const { speech, data, state, filter, change } = props;
  const { grounds, kinds, months, deadlines } = state.summary;
  const named = (tally: readonly { readonly id: string; readonly count: number }[]) =>
    tally.slice(0, mostBars).map(({ id, count }) => ({ id, count, name: data.names[id] ?? id }));
  if (grounds.length + kinds.length === 0) return null;
  return (
    <div class="sums">
      <Bars
        speech={speech}
        title={speech.t('batchReasons')}
        bars={named(grounds)}
        chosen={filter.ground}
        choose={(ground) => change({ ground })}
      />
      <div class="sums-middle">
        <Bars
          speech={speech}
          title={speech.t('batchKinds')}
          bars={named(kinds)}
          chosen={filter.kind}
          choose={(kind) => change({ kind })}
        />
        <Bars
          speech={speech}
          title={speech.t('batchMonths')}
          bars={months
            .slice(-mostBars)
            .map(({ month, count }) => ({ id: month, name: monthName(speech, month), count }))}
        />
      </div>
      <section class="card next-deadlines" aria-labelledby="next-deadlines">
        <h2 id="next-deadlines">{speech.t('batchDeadlines')}</h2>
        {deadlines.length === 0 && <p class="muted">{speech.t('batchDeadlinesNone')}</p>}
        <ol>
          {deadlines.slice(0, mostDeadlines).map(({ on, letter, name }) => (
            <li key={letter}>
              <b>{speech.day(on)}</b>
              <span class="muted small">{daysText(speech, daysBetween(data.today, on))}</span>
              <a href={`/letters/${letter}?lang=${speech.language}`}>{name}</a>
            </li>
          ))}
        </ol>
        {deadlines.length > 0 && (
          <p>
            <a href={`/batches/${data.id}/deadlines?lang=${speech.language}`}>{speech.t('deadlinesAll')}</a>
          </p>
        )}
      </section>
    </div>
  );
}
