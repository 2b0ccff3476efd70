import type { Box } from '../model/geometry.ts';
import type { Note } from '../model/note.ts';

/** A page from which nothing could be read. */
export function pageUnreadable(page: number): Note {
  return {
    code: 'page-unreadable',
    detail: {
      en: `Page ${page} could not be read. What it says is missing from this report. Photograph it again in even light, flat and sharp.`,
      fr: `La page ${page} n’a pas pu être lue. Son contenu manque dans ce rapport. Photographiez-la de nouveau, à plat, bien nette et sous un éclairage uniforme.`,
    },
  };
}

/** A page whose words are unsure. */
export function pageHardToRead(page: number): Note {
  return {
    code: 'page-hard-to-read',
    detail: {
      en: `Page ${page} is hard to read, so words may be wrong or missing. For a better result, lay the page flat in daylight, hold the camera straight above it and fill the picture with the page.`,
      fr: `La page ${page} est difficile à lire : des mots peuvent être faux ou manquants. Pour un meilleur résultat, posez la page à plat à la lumière du jour, tenez l’appareil bien au-dessus et remplissez l’image avec la page.`,
    },
  };
}

/** A number of which two looks made two things. The number itself isn't told: notes are shown where numbers are masked. */
export function numberUnsure(page: number, box: Box): Note {
  return {
    code: 'number-unsure',
    detail: {
      en: `A number on page ${page} is hard to read and may be wrong here. Compare it with your letter before you use it.`,
      fr: `Un numéro de la page ${page} est difficile à lire et peut être faux ici. Comparez-le avec votre lettre avant de l’utiliser.`,
    },
    place: { page, box },
  };
}

/** Pages past the limit. */
export function pagesLeftOut(read: number, total: number): Note {
  return {
    code: 'pages-left-out',
    detail: {
      en: `Only the first ${read} of ${total} pages were read. If the reasons stand on a later page, give that page as a file of its own.`,
      fr: `Seules les ${read} premières pages sur ${total} ont été lues. Si les motifs se trouvent plus loin, soumettez cette page dans un fichier à part.`,
    },
  };
}

/** A text layer that was set aside for the picture of the page. */
export function textLayerBad(page: number): Note {
  return {
    code: 'text-layer-bad',
    detail: {
      en: `The text stored in this file for page ${page} is not usable, so the page was read from its picture.`,
      fr: `Le texte enregistré dans ce fichier pour la page ${page} est inutilisable; la page a été lue à partir de son image.`,
    },
  };
}

/** A file that is two types at once. */
export function polyglot(): Note {
  return {
    code: 'polyglot',
    detail: {
      en: 'This file is built so that it can pass for more than one type of file. Letters from an office are not. Make sure you know who sent it.',
      fr: 'Ce fichier est fait de façon à pouvoir passer pour plusieurs types de fichiers, ce qui n’est pas le cas des lettres officielles. Assurez-vous de savoir qui l’a envoyé.',
    },
  };
}

/** Words under black bars. */
export function redacted(page: number, box: Box): Note {
  return {
    code: 'redacted',
    detail: {
      en: `Words on page ${page} are hidden under black bars. A reason may be among them. You can ask the office for the full text.`,
      fr: `Des mots de la page ${page} sont cachés sous des barres noires. Un motif peut s’y trouver. Vous pouvez demander le texte complet au bureau.`,
    },
    place: { page, box },
  };
}

/** Words under a stamp or handwriting. */
export function wordsCovered(page: number, box: Box): Note {
  return {
    code: 'words-covered',
    detail: {
      en: `A stamp or handwriting runs over words on page ${page}, so they may be wrong or missing here. Compare this part with your letter.`,
      fr: `Un tampon ou une écriture à la main passe sur des mots de la page ${page} : ils peuvent être faux ou manquants ici. Comparez cette partie avec votre lettre.`,
    },
    place: { page, box },
  };
}

/** Words that the file holds and the page doesn't show. */
export function hiddenText(page: number): Note {
  return {
    code: 'hidden-text',
    detail: {
      en: `The file holds words for page ${page} that the page does not show. They were not read. Letters from an office have no such words.`,
      fr: `Le fichier contient, pour la page ${page}, des mots que la page ne montre pas. Ils n’ont pas été lus. Une lettre officielle n’en contient pas.`,
    },
  };
}

/** A file whose stored text and whose picture say different things. */
export function textMismatch(page: number): Note {
  return {
    code: 'text-mismatch',
    detail: {
      en: `The text stored in the file for page ${page} differs from what the page shows. What the page shows was read. Compare it with the letter you were sent.`,
      fr: `Le texte enregistré dans le fichier pour la page ${page} diffère de ce que la page montre. C’est ce que la page montre qui a été lu. Comparez avec la lettre reçue.`,
    },
  };
}
