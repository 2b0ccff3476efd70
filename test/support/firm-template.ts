import { Document, Header, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A firm's letter paper: a header, a heading of its own, fields in lines and fields that stand alone. */
export async function firmTemplate(fields: readonly string[] = ['dates', 'reasons', 'documents']): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { heading1: { run: { color: '7A1FA2', size: 30 } } } },
    sections: [
      {
        headers: {
          default: new Header({ children: [new Paragraph('Maple & Birch LLP, file {{application-number}}')] }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('About your letter')] }),
          // Word cuts a field into pieces as it pleases.
          new Paragraph({
            children: [
              new TextRun('Dear client, the letter of {{let'),
              new TextRun({ text: 'ter-date', bold: true }),
              new TextRun('}} gives {{ number-of-reasons }} reasons.'),
            ],
          }),
          ...fields.map((field) => new Paragraph(`{{${field}}}`)),
          new Paragraph('Yours, the firm'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The same template as a French Word would save it: styles have French ids. */
export async function frenchTemplate(): Promise<Uint8Array> {
  const files = unzipSync(await firmTemplate());
  const french = (name: string) =>
    strToU8(strFromU8(files[name] ?? new Uint8Array()).replaceAll('"Heading1"', '"Titre1"'));
  return zipSync({
    ...files,
    'word/document.xml': french('word/document.xml'),
    'word/styles.xml': french('word/styles.xml'),
  });
}
