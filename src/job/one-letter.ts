import { Failure } from '../model/failure.ts';
import type { Source } from '../seam/reader.ts';
import { bindPhotos } from './bind-photos.ts';

const mostTextBytes = 2 * 1024 * 1024;

/**
 * The one letter of an upload: its file, the photos of its pages, or the text that was pasted instead. Throws
 * request-invalid when there is none.
 */
export function oneLetter(files: readonly Source[], text: string | undefined): Source {
  const [file, ...more] = files;
  if (more.length > 0) return bindPhotos(files);
  if (file !== undefined) return file;
  const pasted = text?.trim() ?? '';
  if (pasted === '') {
    throw new Failure('request-invalid', 'No letter was sent. Choose a file, or paste the text of the letter.');
  }
  const bytes = Buffer.from(pasted, 'utf8');
  if (bytes.length > mostTextBytes) {
    throw new Failure('file-too-large', 'The text is longer than 2 MB. Paste only the letter.');
  }
  return { name: 'pasted-text.txt', bytes };
}
