import type { ComponentChildren } from 'preact';
import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';

/** What happened, in one sentence. */
export function headlineOf(speech: Speech, { letter, grounds }: Report): string {
  const n = grounds.length;
  switch (letter.outcome) {
    case 'refused':
      return n === 0 ? speech.t('outcomeRefusedNone') : speech.t('outcomeRefused', { n });
    case 'granted':
      return speech.t('outcomeGranted');
    case 'undecided':
      return speech.t('outcomeUndecided');
    case 'returned':
      return speech.t('outcomeReturned');
    case 'withdrawn':
      return speech.t('outcomeWithdrawn');
    case 'unknown':
      return n === 0 ? speech.t('outcomeUnknown') : speech.t('outcomeUnknownReasons', { n });
  }
}

/** The sentence, what kind of letter it is, and its date and numbers. */
export function ResultHead(props: {
  readonly speech: Speech;
  readonly report: Report;
  readonly children: ComponentChildren;
}) {
  const { speech, report, children } = props;
  const { letter } = report;
  const facts = [
    letter.issued === undefined ? speech.t('noDate') : speech.t('issued', { date: speech.day(letter.issued.value) }),
    ...(letter.reference === undefined ? [] : [speech.t('reference', { value: letter.reference.value })]),
    ...(letter.clientId === undefined ? [] : [speech.t('client', { value: letter.clientId.value })]),
    ...(letter.office === undefined ? [] : [speech.t('office', { value: letter.office.value })]),
  ];
  return (
    <div class="result-head">
      <div>
        <p class="eyebrow">{speech.say(letter.title)}</p>
        <h1>{headlineOf(speech, report)}</h1>
        <ul class="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {letter.explanation !== undefined && <p class="lead">{speech.say(letter.explanation)}</p>}
      </div>
      {children}
    </div>
  );
}

/** Shown before anything else where the next step can do harm. */
export function StopBox({ speech, report }: { readonly speech: Speech; readonly report: Report }) {
  const stopped = report.grounds.filter(({ stop }) => stop !== undefined);
  if (stopped.length === 0) return null;
  return (
    <section class="stop" aria-labelledby="stop-title">
      <h2 id="stop-title">
        <Icon name="alert" />
        {speech.t('stopTitle')}
      </h2>
      <p>{speech.t('stopMore')}</p>
      <ul>
        {stopped.map(({ ground, title }) => (
          <li key={ground}>{speech.say(title)}</li>
        ))}
      </ul>
    </section>
  );
}
