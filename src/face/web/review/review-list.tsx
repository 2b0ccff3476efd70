import type { Correction } from '../../../report/review-schema.ts';
import type { Speech } from '../speech/translate.ts';

type ReviewProps = {
  readonly speech: Speech;
  readonly corrections: readonly Correction[];
  /** The letter's language: quotes are read out in it. */
  readonly language: string;
};

/** One correction: what was said of which ground, by whom and when. */
export function CorrectionLine(props: Omit<ReviewProps, 'corrections'> & { readonly correction: Correction }) {
  const { speech, correction, language } = props;
  const { verdict, title, quote, page, note, by, at } = correction;
  return (
    <>
      <span class="tag" data-verdict={verdict}>
        {speech.t(`verdict_${verdict}`)}
      </span>{' '}
      <b>{speech.say(title)}</b>{' '}
      <span class="muted small">{speech.t('reviewBy', { name: by, date: speech.day(at.slice(0, 10)) })}</span>
      {quote !== undefined && (
        <>
          <br />
          <q class="quote" lang={language}>
            {quote}
          </q>{' '}
          <span class="muted small">
            {page === undefined ? speech.t('reviewNotVerbatim') : speech.t('pageShort', { n: page })}
          </span>
        </>
      )}
      {note !== undefined && (
        <>
          <br />
          {note}
        </>
      )}
    </>
  );
}

/** What people said of the reasons, apart from what the program found. Nothing when nobody did. */
export function ReviewSection({ speech, corrections, language }: ReviewProps) {
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="review-title" class="block">
      <h2 id="review-title">{speech.t('reviewTitle')}</h2>
      <p class="muted">{speech.t('reviewMore')}</p>
      <ul class="corrections card">
        {corrections.map((correction) => (
          <li key={correction.ground}>
            <CorrectionLine speech={speech} correction={correction} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}
