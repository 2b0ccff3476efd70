import type { FailureCode } from '../model/failure.ts';
import type { Localized } from '../model/locale.ts';

/** Why a letter has no report, for those who do not read the language in which problems are kept. */
const problemWords: Readonly<Partial<Record<string, Localized>>> = {
  'request-invalid': { en: 'The request is not right.', fr: 'La demande n’est pas correcte.' },
  unauthorized: { en: 'A key is needed.', fr: 'Il faut une clé.' },
  forbidden: { en: 'This is not allowed.', fr: 'Cela n’est pas permis.' },
  'not-found': { en: 'The letter is not there any more.', fr: 'La lettre n’est plus là.' },
  'not-done': {
    en: 'This letter was not read yet. If somebody stopped the batch, retry it.',
    fr: 'Cette lettre n’a pas encore été lue. Si quelqu’un a arrêté le lot, relancez-le.',
  },
  'file-too-large': {
    en: 'The file is too large. Send fewer pages, or photos of lower quality.',
    fr: 'Le fichier est trop gros. Envoyez moins de pages ou des photos de moindre qualité.',
  },
  'file-type-unsupported': {
    en: 'This kind of file can’t be read. Send a PDF, a JPG or PNG picture, or text.',
    fr: 'Ce type de fichier ne peut pas être lu. Envoyez un PDF, une image JPG ou PNG, ou du texte.',
  },
  'file-unreadable': {
    en: 'The file is empty or broken. Download or scan the letter again and send the new file.',
    fr: 'Le fichier est vide ou endommagé. Téléchargez ou numérisez la lettre de nouveau et envoyez le nouveau fichier.',
  },
  'file-encrypted': {
    en: 'The file is locked with a password. Open it, print it to a new PDF, and send that one.',
    fr: 'Le fichier est protégé par un mot de passe. Ouvrez-le, imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  },
  'too-many-pages': {
    en: 'The file has too many pages. Send only the pages of the letter.',
    fr: 'Le fichier a trop de pages. N’envoyez que les pages de la lettre.',
  },
  'timed-out': {
    en: 'Reading took too long. Send fewer pages at a time, or a simpler file.',
    fr: 'La lecture a pris trop de temps. Envoyez moins de pages à la fois ou un fichier plus simple.',
  },
  'too-many-requests': {
    en: 'Many letters are being sent. Try again in a moment.',
    fr: 'Beaucoup de lettres sont envoyées en ce moment. Réessayez dans un instant.',
  },
  busy: { en: 'The service was busy. Try again.', fr: 'Le service était occupé. Réessayez.' },
  internal: {
    en: 'Something went wrong on our side. Try again.',
    fr: 'Une erreur s’est produite de notre côté. Réessayez.',
  },
} satisfies Record<FailureCode, Localized>;

type Problem = { readonly code: string; readonly detail: string };

/**
 * Why a letter was not read, in the reader's language. The detail that was kept says more, and so stays where it is in
 * that language already.
 */
export function problemSaid({ code, detail }: Problem, language: keyof Localized): string {
  return language === keptIn ? detail : (problemWords[code]?.[language] ?? detail);
}

const keptIn: keyof Localized = 'en';
