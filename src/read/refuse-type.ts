import { Failure } from '../model/failure.ts';
import type { Sniffed } from './media-type.ts';

type Refused = Extract<Sniffed, { refused: string }>['refused'];

const accepted = 'Use a PDF, a photo (JPEG, PNG, WebP, HEIC), a TIFF scan, a Word file (.docx) or plain text.';

const messages = {
  program: `This file is a program, not a letter. ${accepted}`,
  'web-page': 'This file is a web page, not a letter. Open it in a browser, print it to a PDF and use that.',
  'old-office': 'This is an older office format. Open the letter, save it as a PDF and use that.',
  office: 'This is an office file, but not a Word letter. Save the letter as a PDF and use that.',
  picture: `This kind of picture is not read. ${accepted}`,
  unknown: `This type of file is not read. ${accepted}`,
} satisfies Record<Exclude<Refused, 'empty'>, string>;

/** What to say of a file that isn't read. */
export function refuseType(refused: Refused): Failure {
  if (refused === 'empty')
    return new Failure('file-unreadable', 'The file is empty. Download or save the letter again.');
  return new Failure('file-type-unsupported', messages[refused]);
}
