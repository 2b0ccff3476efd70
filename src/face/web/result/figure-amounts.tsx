import type { Report } from '../../../report/report-schema.ts';
import type { Speech } from '../speech/translate.ts';

type Figure = Report['checklist'][number]['figures'][number];

/** An amount that the law sets, or a short table of them, with its source; and what it was on the day of the letter. */
export function FigureAmounts({ speech, figure }: { readonly speech: Speech; readonly figure: Figure }) {
  const { onLetterDay } = figure;
  return (
    <>
      <Rows speech={speech} rows={figure.rows} currency={figure.currency} />
      <a href={figure.source} rel="noreferrer">
        {speech.t('feeSince', { date: speech.day(figure.since) })}
      </a>
      {figure.check && <p>{speech.t('feeCheck')}</p>}
      {figure.note !== undefined && <p>{speech.say(figure.note)}</p>}
      {onLetterDay !== undefined && (
        <>
          <p>{speech.t('onLetterDay')}</p>
          <Rows speech={speech} rows={onLetterDay.rows} currency={figure.currency} />
        </>
      )}
    </>
  );
}

type RowsProps = { readonly speech: Speech; readonly rows: Figure['rows']; readonly currency: string };

const Rows = ({ speech, rows, currency }: RowsProps) => (
  <ul class="amounts">
    {rows.map(({ label, amount }) => (
      <li key={label?.en ?? amount}>
        {label !== undefined && <span>{speech.say(label)}</span>} <b>{speech.money(amount, currency)}</b>
      </li>
    ))}
  </ul>
);
