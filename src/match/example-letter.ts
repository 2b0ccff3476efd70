import type { Document, Line } from '../model/document.ts';
import { evidenceOf } from '../model/evidence.ts';
import type { Letter, Sentence } from '../model/letter.ts';
import type { GroundExample } from '../pack/ground-schema.ts';

/** A ground's own example as a refusal letter that holds nothing else, for checking packs without any file. */
export function exampleLetter(
  example: Pick<GroundExample, 'text' | 'language' | 'under' | 'kind'>,
  country: string,
): Letter {
  const pieces = example.text.trim().split(/(?<=[.!?])\s+(?=[\p{Lu}«"“])|\n+/u);
  let at = 0;
  const lines = pieces.map((piece, number): Line => {
    const top = 72 + number * 14;
    const texts = piece.split(/\s+/).filter((text) => text !== '');
    const words = texts.map((text, place) => {
      const box = { left: 54 + place * 40, top, right: 90 + place * 40, bottom: top + 10 };
      return { at: at++, text, box, confidence: 1 };
    });
    return { box: { left: 54, top, right: 560, bottom: top + 10 }, words };
  });
  const page = { number: 1, width: 612, height: 792, origin: 'plain-text', confidence: 1, lines, marks: [] } as const;
  const document: Document = { name: 'example', sha256: '', mediaType: 'text/plain', pages: [page], notes: [] };
  const sentences = lines.map((line): Sentence => {
    const first = line.words[0]?.at ?? 0;
    const span = { from: first, to: first + line.words.length };
    const ticked = example.under === 'ticked' ? ('ticked' as const) : ('empty' as const);
    const boxed = example.under === 'ticked' || example.under === 'empty';
    return {
      span,
      zone: 'reasons',
      language: example.language,
      bullet: example.under !== undefined,
      listed: example.under === 'lead-in',
      ...(boxed ? { box: { label: span, state: ticked, evidence: evidenceOf(document, span) } } : {}),
    };
  });
  return {
    document,
    country,
    language: example.language,
    kind: example.kind ?? 'not-a-letter',
    outcome: 'refused',
    readAs: 'letter',
    application: 'any',
    printedDeadlines: [],
    consequences: [],
    sentences,
    boxes: [],
    notes: [],
  };
}
