import { daysText } from '../result/dated-routes.ts';
import { daysBetween, type Speech } from '../speech/translate.ts';
import type { DeadlineEntry, DeadlinesData } from '../view/page-data.ts';
import { batchName } from './batch-name.ts';
import { monthName } from './month-name.ts';

type Month = { readonly name: string; readonly entries: readonly DeadlineEntry[] };

/** Deadlines by month; those that have passed since the letters were read stand first. */
function monthsOf(speech: Speech, { deadlines, today }: DeadlinesData): readonly Month[] {
  const months = new Map<string, DeadlineEntry[]>();
  for (const entry of deadlines) {
    const name = entry.on < today ? speech.t('deadlinesPassed') : monthName(speech, entry.on.slice(0, 7));
    months.set(name, [...(months.get(name) ?? []), entry]);
  }
  return [...months].map(([name, entries]) => ({ name, entries }));
}

/** Every deadline of a batch, to work through or to print. */
export function DeadlinesPage({ speech, data }: { readonly speech: Speech; readonly data: DeadlinesData }) {
  const { t, language } = speech;
  const n = data.deadlines.length + data.rest;
  return (
    <div class="wrap all-deadlines">
      <p class="eyebrow">
        <a href={`/batches/${data.id}?lang=${language}`}>
          {t('deadlinesBack')}
          {language === 'fr' ? ' : ' : ': '}
          {batchName(speech, data)}
        </a>
      </p>
      <h1>{t('deadlinesPage')}</h1>
      <p class="lead">{n === 0 ? t('batchDeadlinesNone') : t('deadlinesMore', { n })}</p>
      {monthsOf(speech, data).map(({ name, entries }) => (
        <MonthTable key={name} speech={speech} name={name} entries={entries} today={data.today} />
      ))}
      {data.rest > 0 && <p>{t('deadlinesRest', { n: data.rest })}</p>}
    </div>
  );
}

function MonthTable(props: {
  readonly speech: Speech;
  readonly name: string;
  readonly entries: readonly DeadlineEntry[];
  readonly today: string;
}) {
  const { speech, name, entries, today } = props;
  const { t, say, language } = speech;
  return (
    <table class="dated">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('deadlineDay')}</th>
          <th scope="col">{t('deadlineLeft')}</th>
          <th scope="col">{t('columnFile')}</th>
          <th scope="col">{t('columnKind')}</th>
          <th scope="col">{t('deadlineFor')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ on, letter, name: file, kind, what }) => (
          <tr key={letter} data-soon={daysBetween(today, on) <= 15}>
            <td>{speech.day(on)}</td>
            <td class="left">{daysText(speech, daysBetween(today, on))}</td>
            <th scope="row">
              <a href={`/letters/${letter}?lang=${language}`}>{file}</a>
            </th>
            <td>{say(kind)}</td>
            <td>{what === undefined ? '' : say(what)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
