import type { FailureCode } from '../model/failure.ts';
import type { Localized } from '../model/locale.ts';

/** The language in which problems are kept. */
const keptIn = 'en';

/** Why a letter has no report, for those who do not read the language in which problems are kept. */
const problemWords: Readonly<Partial<Record<string, Omit<Localized, typeof keptIn>>>> = {
  'request-invalid': { fr: 'La demande n’est pas correcte.' },
  unauthorized: { fr: 'Il faut une clé.' },
  forbidden: { fr: 'Cela n’est pas permis.' },
  'not-found': { fr: 'La lettre n’est plus là.' },
  'not-done': { fr: 'Cette lettre n’a pas encore été lue. Si quelqu’un a arrêté le lot, relancez-le.' },
  'file-too-large': { fr: 'Le fichier est trop gros. Envoyez moins de pages ou des photos de moindre qualité.' },
  'file-type-unsupported': {
    fr: 'Ce type de fichier ne peut pas être lu. Envoyez un PDF, une image JPG ou PNG, ou du texte.',
  },
  'file-unreadable': {
    fr: 'Le fichier est vide ou endommagé. Téléchargez ou numérisez la lettre de nouveau et envoyez le nouveau fichier.',
  },
  'file-encrypted': {
    fr: 'Le fichier est protégé par un mot de passe. Ouvrez-le, imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  },
  'too-many-pages': { fr: 'Le fichier a trop de pages. N’envoyez que les pages de la lettre.' },
  'timed-out': { fr: 'La lecture a pris trop de temps. Envoyez moins de pages à la fois ou un fichier plus simple.' },
  'too-many-requests': { fr: 'Beaucoup de lettres sont envoyées en ce moment. Réessayez dans un instant.' },
  busy: { fr: 'Le service était occupé. Réessayez.' },
  internal: { fr: 'Une erreur s’est produite de notre côté. Réessayez.' },
} satisfies Record<FailureCode, Omit<Localized, typeof keptIn>>;

type Problem = { readonly code: string; readonly detail: string };

/**
 * Why a letter was not read, in the reader's language. The detail that was kept says more, and so stays where it is in
 * that language already.
 */
export function problemSaid({ code, detail }: Problem, language: keyof Localized): string {
  return language === keptIn ? detail : (problemWords[code]?.[language] ?? detail);
}
