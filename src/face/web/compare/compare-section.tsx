import type { Speech } from '../speech/translate.ts';

/** The way to putting two refusals side by side. */
export function CompareSection({ speech, letter }: { readonly speech: Speech; readonly letter: string }) {
  return (
    <section aria-labelledby="compare-title" class="block no-print">
      <h2 id="compare-title">{speech.t('compareLinkTitle')}</h2>
      <p class="muted">{speech.t('compareLinkMore')}</p>
      <p class="compare-link">
        <a class="button" href={`/letters/${letter}/compare?lang=${speech.language}`}>
          {speech.t('compareLink')}
        </a>
      </p>
    </section>
  );
}
