import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';
import type { WaitingData } from '../view/page-data.ts';
import { progressText } from './progress-text.ts';
import { type LetterProgress, watchLetter } from './watch-letter.ts';

/** While a letter is read: how far it is, and a way to stop it. Without script the page loads itself again. */
export function WaitingPage({ speech, data }: { readonly speech: Speech; readonly data: WaitingData }) {
  const { t, language } = speech;
  const { pagesDone: pagesThen, pagesTotal: pagesAll } = data;
  const [progress, setProgress] = useState<LetterProgress>({
    state: 'waiting',
    pagesDone: pagesThen,
    pagesTotal: pagesAll,
  });
  useEffect(
    () =>
      watchLetter(data.id, (now) => {
        setProgress(now);
        if (now.state === 'done' || now.state === 'failed') location.reload();
      }),
    [data.id],
  );
  const { pagesDone, pagesTotal } = progress;
  return (
    <div class="wrap narrow waiting">
      <h1>{t('waitingTitle')}</h1>
      <p class="muted">{data.name}</p>
      <div class="card">
        <output>{progressText(speech, progress)}</output>
        {pagesTotal > 0 ? (
          <progress value={pagesDone} max={pagesTotal} aria-label={t('waitingTitle')} />
        ) : (
          <progress aria-label={t('waitingTitle')} />
        )}
        <p class="muted small">{t('waitingHint')}</p>
        <p class="muted small no-script">{t('waitingReload')}</p>
        <form method="post" action={`/letters/${data.id}/delete?lang=${language}`}>
          <button type="submit" class="button">
            <Icon name="cross" />
            {t('cancel')}
          </button>
        </form>
      </div>
    </div>
  );
}
