import type { Speech } from '../speech/translate.ts';

type Bar = { readonly id: string; readonly name: string; readonly count: number };

export type BarsProps = {
  readonly speech: Speech;
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly chosen?: string;
  /** Makes the bars a filter; without it they are only read. */
  readonly choose?: (id: string) => void;
};

/** A chart that is also a table: a name, a bar and a number in each row. */
export function Bars({ speech, title, bars, chosen, choose }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section class="bars card" aria-label={title}>
      <h2>{title}</h2>
      {choose !== undefined && <p class="muted small">{speech.t('batchTap')}</p>}
      <ul>
        {bars.map(({ id, name, count }) => {
          const row = (
            <>
              <span class="bar-name">{name}</span>
              <svg class="bar-track" aria-hidden="true">
                <rect width="100%" height="100%" />
                <rect class="bar-value" width={`${(100 * count) / most}%`} height="100%" />
              </svg>
              <b>{speech.number(count)}</b>
            </>
          );
          return (
            <li key={id}>
              {choose === undefined ? (
                <span class="bar-row">{row}</span>
              ) : (
                <button
                  type="button"
                  class="bar-row"
                  aria-pressed={chosen === id}
                  onClick={() => choose(chosen === id ? '' : id)}
                >
                  {row}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
