import { failedText, wasStopped } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { FailedData, PageSettings } from '../view/page-data.ts';
import { Icon } from './icon.tsx';

const isSecond = ({ problem, batch }: FailedData): boolean =>
  problem === 'file-encrypted' || (wasStopped(problem) && batch !== undefined);

const HomeLink = (props: {
  readonly speech: Speech;
  readonly text: 'backHome' | 'tryAgain';
  /** Something else is the first thing to do. */
  readonly second?: boolean;
}) => (
  <p>
    <a class={props.second === true ? 'button' : 'button primary'} href={`/?lang=${props.speech.language}`}>
      {props.speech.t(props.text)}
    </a>
  </p>
);

/** A letter whose reading somebody stopped did not fail. */
export const failedTitle = ({ problem }: FailedData): 'stoppedTitle' | 'failedTitle' =>
  wasStopped(problem) ? 'stoppedTitle' : 'failedTitle';

/** A letter that could not be read: why, and what to do. */
export function FailedPage(props: {
  readonly speech: Speech;
  readonly settings: PageSettings;
  readonly data: FailedData;
}) {
  const { speech, settings, data } = props;
  return (
    <div class="wrap narrow">
      <h1>{speech.t(failedTitle(data))}</h1>
      <p class="muted">{data.name}</p>
      <p class="careful">{failedText(speech, data.problem, settings)}</p>
      {data.problem === 'file-encrypted' && <UnlockForm speech={speech} data={data} />}
      {wasStopped(data.problem) && data.batch !== undefined && (
        <form method="post" action={`/batches/${data.batch}/retry?lang=${speech.language}`}>
          <button type="submit" class="button primary">
            {speech.t('readStopped')}
          </button>
        </form>
      )}
      <HomeLink speech={speech} text="tryAgain" second={isSecond(data)} />
      <form method="post" action={`/letters/${data.id}/delete?lang=${speech.language}`}>
        <button type="submit" class="plain">
          {speech.t('deleteButton')}
        </button>
      </form>
    </div>
  );
}

/** The password goes in the body of a form, never into an address. */
function UnlockForm({ speech, data }: { readonly speech: Speech; readonly data: FailedData }) {
  const { t, language } = speech;
  const wrong = data.wrongPassword === true;
  return (
    <form class="card unlock" method="post" action={`/letters/${data.id}/unlock?lang=${language}`}>
      <h2>
        <Icon name="lock" />
        {t('unlockTitle')}
      </h2>
      <p class="muted" id="unlock-hint">
        {t('unlockMore')}
      </p>
      <label for="unlock-password">{t('unlockLabel')}</label>
      <input
        id="unlock-password"
        type="password"
        name="password"
        autocomplete="off"
        required
        aria-invalid={wrong}
        aria-describedby={wrong ? 'unlock-wrong' : 'unlock-hint'}
      />
      {wrong && (
        <p class="careful" id="unlock-wrong" role="alert">
          {t('unlockWrong')}
        </p>
      )}
      <button type="submit" class="button primary">
        {t('unlockButton')}
      </button>
    </form>
  );
}

/** A short page: nothing here, deleted, or something went wrong. */
export function ShortPage(props: { readonly speech: Speech; readonly title: string; readonly more: string }) {
  const { speech, title, more } = props;
  return (
    <div class="wrap narrow">
      <h1>{title}</h1>
      <p class="lead">{more}</p>
      <HomeLink speech={speech} text="backHome" />
    </div>
  );
}
