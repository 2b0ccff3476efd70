import { Document, type IPatch, Packer, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Failure } from '../../../model/failure.ts';
import type { Paper } from '../../paper.ts';
import { printable } from '../../printable.ts';
import type { TemplateFields } from '../../write/template-fields.ts';
import { adoptStyles } from './adopt-styles.ts';
import { blockOf } from './docx-blocks.ts';
import { numbering, styles } from './docx-styles.ts';
import { settleDocx } from './settle-docx.ts';

/** Opened, a template may be so large. */
const largest = 50_000_000;
/** Stands for a brace of a letter while fields are filled in, so that a letter can't ask for fields. */
const brace = '\uE0F0';

/**
 * A firm's own Word document with the report in the place of its `{{fields}}`; everything else of it stays. Throws
 * request-invalid when it is no Word document, names a field that there is none of, or names none.
 */
export async function mergeTemplate(
  template: Uint8Array,
  { lines, blocks }: TemplateFields,
  { language, made }: Pick<Paper, 'language' | 'made'>,
): Promise<Uint8Array> {
  const known = [...Object.keys(lines), ...Object.keys(blocks)];
  const asked = await fieldsOf(template);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0 || asked.length === 0) throw refuse(unknown, known);
  const state = { lists: 0 };
  const patches: Record<string, IPatch> = {};
  for (const name of asked) {
    const line = lines[name];
    patches[name] =
      line === undefined
        ? {
            type: PatchType.DOCUMENT,
            children: (blocks[name] ?? []).flatMap((block) => blockOf(tame(block), language, state)),
          }
        : { type: PatchType.PARAGRAPH, children: [new TextRun(printable(tame(line)))] };
  }
  const merged = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches,
    numbering,
    trimPlaceholders: true,
  });
  return settleDocx(await finish(merged), made);
}

async function fieldsOf(template: Uint8Array): Promise<readonly string[]> {
  let size = 0;
  try {
    unzipSync(template, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return false;
      },
    });
    if (size > largest) throw new RangeError('too large');
    return [...new Set(await patchDetector({ data: template, trimPlaceholders: true }))];
  } catch (cause) {
    throw new Failure(
      'request-invalid',
      'The template can\u2019t be opened as a Word document. Save it in Word as .docx and give it again.',
      { cause },
    );
  }
}

function refuse(unknown: readonly string[], known: readonly string[]): Failure {
  const wrong =
    unknown.length === 0
      ? 'The template names no field'
      : `The template names ${unknown.map((name) => `{{${name}}}`).join(', ')}, which there is none of`;
  return new Failure('request-invalid', `${wrong}. Fields are ${known.map((name) => `{{${name}}}`).join(', ')}.`);
}

/** The same value with every opening brace of its texts set aside. */
function tame<Value>(value: Value): Value;
function tame(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('{', brace);
  if (Array.isArray(value)) return value.map((each) => tame(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tame(each)]));
}

/** Braces come back, and the styles that our paragraphs name are the firm's own or come along. */
async function finish(merged: Uint8Array): Promise<Uint8Array> {
  const files = unzipSync(merged);
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const used = new Set([...body.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id = '']) => id));
  const theirs = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
  const adopted = adoptStyles(theirs, await ourStyles(), used);
  const named = body.replace(/(<w:(?:pStyle|rStyle) w:val=")([^"]+)/g, (whole, head: string, id: string) => {
    const other = adopted.renamed.get(id);
    return other === undefined ? whole : `${head}${other}`;
  });
  return zipSync({
    ...files,
    'word/document.xml': strToU8(named.replaceAll(brace, '{')),
    ...(theirs === '' ? {} : { 'word/styles.xml': strToU8(adopted.styles) }),
  });
}

/** The styles of our own papers, as the library writes them. */
async function ourStyles(): Promise<string> {
  const bytes = new Uint8Array(await Packer.toArrayBuffer(new Document({ styles, sections: [] })));
  return strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array());
}
