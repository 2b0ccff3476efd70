import type { Note } from '../../model/note.ts';
import type { Pdfium } from './load-pdfium.ts';

const searched = 4_000_000;

/** What a PDF holds beside its pages: it is named, never run or opened. */
export function noteContents(pdfium: Pdfium, document: number, bytes: Uint8Array): readonly Note[] {
  const notes: Note[] = [];
  const files = pdfium.call.FPDFDoc_GetAttachmentCount(document);
  if (files > 0) {
    notes.push({
      code: 'attachment-inside',
      detail: {
        en: `Files are packed inside this PDF (${files}). They were not opened. If the reasons are in one of them, save it and give it by itself.`,
        fr: `Des fichiers sont joints à l’intérieur de ce PDF (${files}). Ils n’ont pas été ouverts. Si les motifs s’y trouvent, enregistrez le fichier et soumettez-le séparément.`,
      },
    });
  }
  if (pdfium.call.FPDFDoc_GetJavaScriptActionCount(document) > 0 || holdsActions(bytes)) {
    notes.push({
      code: 'active-content',
      detail: {
        en: 'This PDF holds commands that run when it is opened. They were not run here. Letters from an office have none: make sure you know who sent it.',
        fr: 'Ce PDF contient des commandes qui s’exécutent à l’ouverture. Elles n’ont pas été exécutées ici. Une lettre officielle n’en contient pas : assurez-vous de savoir qui l’a envoyée.',
      },
    });
  }
  return notes;
}

/** Actions by their names in the file; those in compressed parts aren't seen. */
function holdsActions(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, searched)).toString('latin1');
  return /\/S\s*\/(JavaScript|Launch|SubmitForm|ImportData|GoToR)\b/.test(text);
}

/** A form whose pages are made by a program inside it. */
export function formNotReadable(): Note {
  return {
    code: 'form-not-readable',
    detail: {
      en: 'This PDF is a form that only Adobe Reader can show. Open it there, print it to a new PDF and use that.',
      fr: 'Ce PDF est un formulaire que seul Adobe Reader peut afficher. Ouvrez-le dans ce logiciel, imprimez-le en PDF et utilisez ce nouveau fichier.',
    },
  };
}
