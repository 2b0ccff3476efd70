import type { Report } from '../../../report/report-schema.ts';
import type { Speech } from '../speech/translate.ts';

type LimitsProps = { readonly speech: Speech; readonly report: Report };

/** The note of a file with several letters stands at the top of the page, with links. */
export const isFileNote = ({ code }: Report['notes'][number]): boolean => code === 'one-of-several';

/** What could not be read, what nobody knows, what was set aside: never hidden, since the person can check it. */
export function LimitsSection({ speech, report }: LimitsProps) {
  const { unrecognised, dismissed } = report;
  const notes = report.notes.filter((note) => !isFileNote(note));
  return (
    <section aria-labelledby="limits-title" class="block">
      <h2 id="limits-title">{speech.t('limitsTitle')}</h2>
      <div class="card limits">
        {unrecognised.length === 0 && notes.length === 0 && <p>{speech.t('limitsNone')}</p>}
        {unrecognised.length > 0 && <Unrecognised speech={speech} report={report} />}
        {notes.length > 0 && (
          <>
            <h3>{speech.t('notesTitle')}</h3>
            <ul>
              {notes.map(({ code, detail, place }) => (
                <li key={`${code}-${detail.en}`}>
                  {speech.say(detail)}
                  {place !== undefined && (
                    <span class="muted small"> ({speech.t('page', { n: place.page }).toLowerCase()})</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {dismissed.length > 0 && <Dismissed speech={speech} report={report} />}
      </div>
    </section>
  );
}

function Unrecognised({ speech, report }: LimitsProps) {
  const { unrecognised, letter } = report;
  return (
    <>
      <h3>{speech.t('unrecognisedTitle', { n: unrecognised.length })}</h3>
      <p class="careful">{speech.t('unrecognisedMore')}</p>
      <ul class="quotes">
        {unrecognised.map(({ evidence }) => (
          <li key={evidence.quote}>
            <q class="quote" lang={letter.language}>
              {evidence.quote}
            </q>{' '}
            <span class="muted small">{speech.t('page', { n: evidence.places[0]?.page ?? 1 })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Dismissed({ speech, report }: LimitsProps) {
  const { dismissed, letter } = report;
  return (
    <details class="more">
      <summary>
        {speech.t('dismissedTitle')} ({speech.number(dismissed.length)})
      </summary>
      <p class="muted small">{speech.t('dismissedMore')}</p>
      <ul class="quotes">
        {dismissed.map(({ title, because, evidence, pattern }) => (
          <li key={`${title.en}-${pattern}-${evidence.quote}`}>
            <q class="quote" lang={letter.language}>
              {evidence.quote}
            </q>
            <br />
            <span class="small">
              {speech.say(title)}: {speech.say(because)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
