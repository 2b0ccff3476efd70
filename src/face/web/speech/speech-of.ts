import { once } from '../../../model/once.ts';
import { english } from './text-en.ts';
import { englishResult } from './text-en-result.ts';
import { englishReview } from './text-en-review.ts';
import { englishWork } from './text-en-work.ts';
import { french } from './text-fr.ts';
import { frenchResult } from './text-fr-result.ts';
import { frenchReview } from './text-fr-review.ts';
import { frenchWork } from './text-fr-work.ts';
import { createSpeech, type PageLanguage, type Speech } from './translate.ts';

const speeches: Readonly<Record<PageLanguage, () => Speech>> = {
  en: once(() => createSpeech('en', { ...english, ...englishResult })),
  fr: once(() => createSpeech('fr', { ...french, ...frenchResult })),
};
const workspaceSpeeches: Readonly<Record<PageLanguage, () => Speech>> = {
  en: once(() => createSpeech('en', { ...english, ...englishResult, ...englishWork, ...englishReview })),
  fr: once(() => createSpeech('fr', { ...french, ...frenchResult, ...frenchWork, ...frenchReview })),
};

/** The speech of the applicant's pages, for the server: a page's script carries one language only. */
export const speechOf = (language: PageLanguage): Speech => speeches[language]();

/** The speech of the workspace's pages, which says more. */
export const workspaceSpeechOf = (language: PageLanguage): Speech => workspaceSpeeches[language]();
