import type { ComponentChildren } from 'preact';
import type { Speech } from '../speech/translate.ts';

export type Section = 'home' | 'batches' | 'patterns' | 'none';

const links = [
  { section: 'home', address: '/', text: 'navHome' },
  { section: 'batches', address: '/batches', text: 'navBatches' },
  { section: 'patterns', address: '/patterns', text: 'navPatterns' },
] as const;

/** What stands around every page: the way past the menu, the menu, the language, the footer. */
export function PageFrame(props: {
  readonly speech: Speech;
  readonly section: Section;
  readonly signedIn?: boolean | undefined;
  readonly children: ComponentChildren;
}) {
  const { speech, section, signedIn, children } = props;
  const { t, language, other } = speech;
  return (
    <>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="top">
        <div class="wrap">
          <a class="brand" href={`/?lang=${language}`}>
            <Logo />
            {t('name')}
          </a>
          <nav aria-label={t('menu')}>
            <ul>
              {links.map(({ section: name, address, text }) => (
                <li key={name}>
                  <a href={`${address}?lang=${language}`} aria-current={name === section ? 'page' : undefined}>
                    {t(text)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {signedIn === true && <Account speech={speech} />}
          <a class="language" href={`?lang=${other}`} lang={other} hreflang={other}>
            {t('otherLanguage')}
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="wrap">
          <p>{t('footer')}</p>
          <p>
            <a href="/docs">{t('api')}</a>
          </p>
        </div>
      </footer>
    </>
  );
}

/** For somebody who showed a key: what their keys are good for, and the way out. */
function Account({ speech }: { readonly speech: Speech }) {
  const { t, language } = speech;
  return (
    <div class="account">
      <a class="keys-link" href={`/keys?lang=${language}`}>
        {t('navKeys')}
      </a>
      <form method="post" action={`/sign-out?lang=${language}`}>
        <button type="submit" class="plain">
          {t('signOut')}
        </button>
      </form>
    </div>
  );
}

function Logo() {
  return (
    <svg class="logo" aria-hidden="true" viewBox="0 0 26 30">
      <path class="logo-sheet" d="M3 1h14l8 8v18a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Z" />
      <path class="logo-mark" d="M5 13h16M5 21h11" />
      <path class="logo-line" d="M5 7h8M5 13h16M5 17h14M5 21h11" />
    </svg>
  );
}
