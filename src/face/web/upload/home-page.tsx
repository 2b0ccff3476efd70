import type { FailureCode } from '../../../model/failure.ts';
import { Icon } from '../frame/icon.tsx';
import { keepingText } from '../speech/keeping-text.ts';
import { problemText } from '../speech/problem-text.ts';
import type { Speech } from '../speech/translate.ts';
import type { PageSettings } from '../view/page-data.ts';
import { HomePicture } from './home-picture.tsx';
import { UploadForm } from './upload-form.tsx';

export type HomeProps = {
  readonly speech: Speech;
  readonly settings: PageSettings;
  readonly sample: boolean;
  readonly problem?: FailureCode | undefined;
};

/** The first page: what this is, what happens to the letter, and the ways to hand it in. */
export function HomePage(props: HomeProps) {
  const { speech, settings, problem } = props;
  const { t } = speech;
  return (
    <div class="wrap home">
      <div class="hero">
        <div>
          <h1>{t('homeTitle')}</h1>
          <p class="lead">{t('homeLead')}</p>
          {problem !== undefined && (
            <p class="careful" role="alert">
              {problemText(speech, problem, settings)}
            </p>
          )}
          <UploadForm speech={speech} settings={settings} />
          <p class="privacy">
            <Icon name="lock" />
            <span>
              <b>{t('privacyShort')}</b> {t('privacyLong')}{' '}
              {keepingText(speech, settings, { kept: 'privacyKept', forgotten: 'privacyForgotten' })}
            </span>
          </p>
        </div>
        <HomePicture />
      </div>
      <section class="steps" aria-labelledby="steps-title">
        <h2 id="steps-title">{t('stepsTitle')}</h2>
        <ol>
          {([1, 2, 3] as const).map((step) => (
            <li key={step}>
              <h3>{t(`step${step}`)}</h3>
              <p>{t(`step${step}More`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <OtherWays {...props} />
    </div>
  );
}

/** Advice on photos, and the ways in for those without a file at hand. */
function OtherWays({ speech, sample }: HomeProps) {
  const { t, language } = speech;
  return (
    <div class="ways">
      <section aria-labelledby="photo-title">
        <h2 id="photo-title">{t('photoTitle')}</h2>
        <ul>
          <li>{t('photo1')}</li>
          <li>{t('photo2')}</li>
          <li>{t('photo3')}</li>
        </ul>
      </section>
      <section aria-labelledby="paste-title">
        <h2 id="paste-title">{t('pasteTitle')}</h2>
        <form method="post" action={`/letters?lang=${language}`} encType="multipart/form-data" class="paste">
          <label for="paste-text">{t('pasteLabel')}</label>
          <p id="paste-hint" class="muted small">
            {t('pasteHint')}
          </p>
          <textarea id="paste-text" name="text" rows={5} aria-describedby="paste-hint" required />
          <button type="submit" class="button">
            {t('pasteButton')}
          </button>
        </form>
      </section>
      {sample && (
        <section aria-labelledby="sample-title">
          <h2 id="sample-title">{t('sampleLine')}</h2>
          <form method="post" action={`/letters/sample?lang=${language}`}>
            <button type="submit" class="button">
              {t('sampleButton')}
            </button>
          </form>
        </section>
      )}
    </div>
  );
}
