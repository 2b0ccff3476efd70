import type { JSX } from 'preact';
import { PageFrame, type Section } from './frame/page-frame.tsx';
import { FailedPage, failedTitle, ShortPage } from './frame/plain-pages.tsx';
import { headlineOf } from './result/result-head.tsx';
import { ResultPage } from './result/result-page.tsx';
import { problemText } from './speech/problem-text.ts';
import type { Speech } from './speech/translate.ts';
import { HomePage } from './upload/home-page.tsx';
import { SignInPage } from './upload/sign-in-page.tsx';
import { WaitingPage } from './upload/waiting-page.tsx';
import type { ApplicantData } from './view/workspace-view.ts';

const sectionOf = (data: ApplicantData): Section => (data.view === 'home' ? 'home' : 'none');

/** What the browser's tab says. */
export function titleOf(speech: Speech, data: ApplicantData): string {
  const { t } = speech;
  const name = t('name');
  switch (data.view) {
    case 'home':
      return `${t('homeTitle')} · ${name}`;
    case 'result':
      return `${headlineOf(speech, data.report)} · ${name}`;
    case 'waiting':
      return `${t('waitingTitle')} · ${name}`;
    case 'failed':
      return `${t(failedTitle(data))} · ${name}`;
    case 'sign-in':
      return `${t('signInTitle')} · ${name}`;
    case 'deleted':
      return `${t('deletedTitle')} · ${name}`;
    case 'not-found':
      return `${t('notFoundTitle')} · ${name}`;
    case 'problem':
      return `${t(data.held === true ? 'heldTitle' : 'problemTitle')} · ${name}`;
  }
}

function mainOf(speech: Speech, data: ApplicantData): JSX.Element {
  const { t } = speech;
  switch (data.view) {
    case 'home':
      return <HomePage speech={speech} settings={data} sample={data.sample} problem={data.problem} />;
    case 'waiting':
      return <WaitingPage speech={speech} data={data} />;
    case 'failed':
      return <FailedPage speech={speech} settings={data} data={data} />;
    case 'sign-in':
      return <SignInPage speech={speech} next={data.next} problem={data.problem} />;
    case 'deleted':
      return <ShortPage speech={speech} title={t('deletedTitle')} more={t('deletedMore')} />;
    case 'not-found':
      return <ShortPage speech={speech} title={t('notFoundTitle')} more={t('notFoundMore')} />;
    case 'problem':
      if (data.held === true) return <ShortPage speech={speech} title={t('heldTitle')} more={t('heldMore')} />;
      if (data.scope === true) return <ShortPage speech={speech} title={t('scopeTitle')} more={t('scopeMore')} />;
      return <ShortPage speech={speech} title={t('problemTitle')} more={problemText(speech, data.problem, data)} />;
    case 'result':
      return <ResultPage speech={speech} data={data} />;
  }
}

/** Any page, from its data alone: the server and the browser draw the same. */
export function App({ speech, data }: { readonly speech: Speech; readonly data: ApplicantData }) {
  return (
    <PageFrame speech={speech} section={sectionOf(data)} signedIn={data.signedIn}>
      {mainOf(speech, data)}
    </PageFrame>
  );
}
