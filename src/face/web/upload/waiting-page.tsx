import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../frame/icon.tsx';
import type { Speech } from '../speech/translate.ts';
import type { WaitingData } from '../view/page-data.ts';

type State = { readonly state: string; readonly pagesDone: number; readonly pagesTotal: number };

/** While a letter is read: how far it is, and a way to stop it. Without script the page loads itself again. */
export function WaitingPage({ speech, data }: { readonly speech: Speech; readonly data: WaitingData }) {
  const { t, language } = speech;
  const [state, setState] = useState<State>({ state: 'waiting', ...data });
  useEffect(() => {
    const events = new EventSource(`/letters/${data.id}/events`);
    events.addEventListener('state', ({ data: text }) => {
      const now: State = JSON.parse(String(text));
      setState(now);
      if (now.state === 'done' || now.state === 'failed') {
        events.close();
        location.reload();
      }
    });
    return () => events.close();
  }, [data.id]);
  const { pagesDone, pagesTotal } = state;
  const line =
    pagesTotal > 0
      ? t('readingLine', { page: Math.min(pagesDone + 1, pagesTotal), n: pagesTotal })
      : t(state.state === 'reading' ? 'readingStart' : 'waitingLine');
  return (
    <div class="wrap narrow waiting">
      <h1>{t('waitingTitle')}</h1>
      <p class="muted">{data.name}</p>
      <div class="card">
        <output>{line}</output>
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
