import type { Report } from '../../../report/report-schema.ts';
import type { Speech } from '../speech/translate.ts';
import { FigureAmounts } from './figure-amounts.tsx';

type Item = Report['checklist'][number];

export type ChecklistProps = {
  readonly speech: Speech;
  readonly letter: string;
  readonly report: Report;
  readonly gathered: ReadonlySet<string>;
  /** Documents that were in the refused application, as far as we were told. */
  readonly submitted: ReadonlySet<string>;
  readonly failed: boolean;
  readonly tick: (document: string, on: boolean) => void;
  readonly tellSubmitted: (document: string, on: boolean) => void;
};

/** Every document once, to tick. Without script the ticks are saved by a button. */
export function ChecklistSection(props: ChecklistProps) {
  const { speech, letter, report, gathered, failed } = props;
  const { checklist } = report;
  const done = checklist.filter(({ document }) => gathered.has(document)).length;
  return (
    <section aria-labelledby="checklist-title" class="block">
      <h2 id="checklist-title">{speech.t('checklistTitle')}</h2>
      {checklist.length === 0 && <p>{speech.t('checklistEmpty')}</p>}
      {checklist.length > 0 && (
        <form class="card checklist" method="post" action={`/letters/${letter}/gathered?lang=${speech.language}`}>
          <p class="muted">{speech.t('checklistMore')}</p>
          <div class="ready">
            <progress value={done} max={checklist.length} aria-label={speech.t('checklistTitle')} />
            <output>{speech.t('ready', { done, n: checklist.length })}</output>
          </div>
          <ul>
            {checklist.map((item) => (
              <ChecklistEntry key={item.document} {...props} item={item} />
            ))}
          </ul>
          <p class="no-script">
            <button class="button" type="submit">
              {speech.t('saveTicks')}
            </button>
          </p>
          <output class="careful" hidden={!failed}>
            {speech.t('ticksFailed')}
          </output>
        </form>
      )}
    </section>
  );
}

function ChecklistEntry(props: ChecklistProps & { readonly item: Item }) {
  const { speech, item, report, gathered, tick } = props;
  const reasons = item.for.flatMap((ground) => {
    const at = report.grounds.findIndex((one) => one.ground === ground);
    return at < 0 ? [] : [at + 1];
  });
  return (
    <li id={`document-${item.document}`} data-done={gathered.has(item.document)}>
      <label class="tick">
        <input
          type="checkbox"
          name="document"
          value={item.document}
          checked={gathered.has(item.document)}
          onChange={(event) => tick(item.document, event.currentTarget.checked)}
        />
        <span>{speech.say(item.name)}</span>
      </label>
      <p class="entry-tags">
        {item.required && (
          <span class="tag" data-kind="needed">
            {speech.t('needed')}
          </span>
        )}
        {reasons.length > 0 && (
          <span class="muted small">
            {speech.t('forReasons')}{' '}
            {reasons.map((number, at) => (
              <span key={number}>
                {at > 0 && ', '}
                <a href={`#reason-${number}`}>{speech.t('reasonNumber', { n: number })}</a>
              </span>
            ))}
          </span>
        )}
      </p>
      {item.submitted !== undefined && <p class="careful small">{speech.say(item.submitted)}</p>}
      <details class="more">
        <summary>{speech.t('howToGet')}</summary>
        <EntryDetails {...props} />
      </details>
    </li>
  );
}

function EntryDetails({ speech, item, submitted, tellSubmitted }: ChecklistProps & { readonly item: Item }) {
  const rows = [
    { name: speech.t('mustShow'), text: item.mustShow },
    { name: speech.t('validity'), text: item.validity },
    { name: speech.t('alternative'), text: item.alternative },
    { name: speech.t('translation'), text: item.translation },
    ...item.situations.map(({ when, text }) => ({ name: speech.say(when), text })),
  ].flatMap(({ name, text }) => (text === undefined ? [] : [{ name, text: speech.say(text) }]));
  return (
    <>
      <p>{speech.say(item.how)}</p>
      <dl class="terms">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {item.figures.map((figure) => (
          <div key={figure.id}>
            <dt>{speech.say(figure.what)}</dt>
            <dd>
              <FigureAmounts speech={speech} figure={figure} />
            </dd>
          </div>
        ))}
        {item.mistakes.length > 0 && (
          <div>
            <dt>{speech.t('toAvoid')}</dt>
            <dd>
              <ul>
                {item.mistakes.map((mistake) => (
                  <li key={mistake.en}>{speech.say(mistake)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <label class="tick small needs-script">
        <input
          type="checkbox"
          checked={submitted.has(item.document)}
          onChange={(event) => tellSubmitted(item.document, event.currentTarget.checked)}
        />
        <span>{speech.t('sentBefore')}</span>
      </label>
    </>
  );
}
