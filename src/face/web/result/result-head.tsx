import type { ComponentChildren } from 'preact';
import type { Report } from '../../../report/report-schema.ts';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';
import type { PageSettings, ResultData } from '../view/page-data.ts';
import { isFileNote } from './limits-section.tsx';

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

/** Where letters are forgotten once they were shown, that is said while there is time to keep the result. */
export function Forgotten(props: { readonly speech: Speech; readonly settings: PageSettings; readonly held: boolean }) {
  const { speech, settings, held } = props;
  if (settings.retentionDays > 0 || held) return null;
  return (
    <p class="careful aside no-print">
      <b>{speech.t('forgottenSoon')}</b> {speech.t('forgottenSoonMore')}
    </p>
  );
}

/** What the report says of a file that holds several letters, with the ways to the others. */
export function OtherLetters(props: {
  readonly speech: Speech;
  readonly report: Report;
  readonly others: ResultData['others'];
}) {
  const { speech, report, others } = props;
  const note = report.notes.find(isFileNote);
  if (note === undefined) return null;
  return (
    <section class="careful aside no-print" aria-label={speech.t('otherLetters')}>
      <p>{speech.say(note.detail)}</p>
      {others.length > 0 && (
        <ul class="links">
          {others.map(({ part, id }) => (
            <li key={id}>
              <a href={`/letters/${id}?lang=${speech.language}`}>{speech.t('otherLetter', { n: part })}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
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
