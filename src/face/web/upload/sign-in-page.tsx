import type { FailureCode } from '../../../model/failure.ts';
import type { Speech, TextName } from '../speech/translate.ts';

const problems: Partial<Record<FailureCode, TextName>> = {
  unauthorized: 'signInBadKey',
  forbidden: 'signInNoPages',
  'too-many-requests': 'signInTooMany',
};

/** Where somebody shows a key before anything of letters is shown. */
export function SignInPage(props: {
  readonly speech: Speech;
  readonly next: string;
  readonly problem?: FailureCode | undefined;
}) {
  const { t, language } = props.speech;
  const { problem, next } = props;
  return (
    <div class="wrap narrow">
      <h1>{t('signInTitle')}</h1>
      <p class="lead">{t('signInLead')}</p>
      {problem !== undefined && (
        <p class="careful" role="alert" id="sign-in-problem">
          {t(problems[problem] ?? 'signInBadKey')}
        </p>
      )}
      <form method="post" action={`/sign-in?lang=${language}`} class="paste">
        <input type="hidden" name="next" value={next} />
        <label for="sign-in-key">{t('signInKey')}</label>
        <p id="sign-in-hint" class="muted small">
          {t('signInHint')}
        </p>
        <input
          id="sign-in-key"
          name="key"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          aria-describedby={problem === undefined ? 'sign-in-hint' : 'sign-in-problem sign-in-hint'}
          aria-invalid={problem === 'unauthorized' ? 'true' : undefined}
          required
        />
        <button type="submit" class="button primary">
          {t('signInButton')}
        </button>
      </form>
    </div>
  );
}
