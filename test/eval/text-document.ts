import { createHash } from 'node:crypto';
import type { Document } from '../../src/model/document.ts';
import { readPlainText } from '../../src/read/read-plain-text.ts';

/** A text as the reader would hand it over. */
export function textDocument(name: string, text: string): Document {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, mediaType: 'text/plain', ...readPlainText(bytes) };
}
