import { englishReview } from './text-en-review.ts';
import { englishWork } from './text-en-work.ts';
import { frenchReview } from './text-fr-review.ts';
import { frenchWork } from './text-fr-work.ts';
import { applicantTexts, createSpeech, once, type PageLanguage, type Speech } from './translate.ts';

const speeches: Readonly<Record<PageLanguage, () => Speech>> = {
  en: once(() => createSpeech('en', { ...applicantTexts.en, ...englishWork, ...englishReview })),
  fr: once(() => createSpeech('fr', { ...applicantTexts.fr, ...frenchWork, ...frenchReview })),
};

/** The speech of the workspace's pages. */
export const workspaceSpeechOf = (language: PageLanguage): Speech => speeches[language]();
