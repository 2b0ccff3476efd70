import { Failure } from '../../model/failure.ts';
import { layOutTextPages } from '../../read/read-plain-text.ts';
import { textOfWordXml } from '../../read/text-of-word-xml.ts';
import type { LetterText } from '../letter-source.ts';
import { readZip } from './read-zip.ts';
import { wordZipLimits } from './zip-limits.ts';

const mainPart = 'word/document.xml';
const macros = 'word/vbaProject.bin';

/** The text of a Word letter, laid out as a typed page: a Word file has no places until a program prints it. */
export async function readDocx(bytes: Uint8Array): Promise<LetterText> {
  let xml = '';
  for await (const part of readZip(bytes, wordZipLimits, (name) => name === mainPart || name === macros)) {
    if (part.name === macros)
      throw new Failure('file-type-unsupported', 'This Word file holds macros. Save it as a PDF and use that.');
    xml = new TextDecoder('utf-8').decode(part.bytes);
  }
  if (!xml.includes('</w:document>') || /<!DOCTYPE/i.test(xml)) {
    throw new Failure('file-unreadable', 'This Word file is damaged. Save it again, or as a PDF.');
  }
  return layOutTextPages(textOfWordXml(xml));
}
