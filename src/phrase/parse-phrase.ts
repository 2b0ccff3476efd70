import { Failure } from '../model/failure.ts';
import { foldWord } from './fold.ts';
import { parseWord } from './parse-word.ts';
import { type Choice, gapsAllowed, type Node, type Phrase, type Sequence } from './phrase.ts';
import { columnOf, mistakeAt, type Piece, type PieceReader, readPieces } from './phrase-pieces.ts';
import type { Stem } from './stem.ts';

/** A phrase that can't be read, with the column (from 1) where it goes wrong. */
export type PhraseMistake = { readonly phrase: string; readonly column: number; readonly message: string };

export type ParsedPhrase = { readonly phrase: Phrase } | { readonly mistake: PhraseMistake };
export type PhraseParser = (text: string) => ParsedPhrase;

type Lists = Readonly<Record<string, readonly string[]>>;

/** What the parser of one language keeps: a list, an equal group and an equal word are the same node in every phrase. */
type Known = {
  readonly lists: Lists;
  readonly stem: Stem;
  /** A word and its short forms, under each of them. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly listNodes: Map<string, Node | 'open'>;
  readonly choices: Map<string, Choice>;
  readonly wordNodes: Map<string, readonly Node[]>;
};

/**
 * Makes the parser for one language. `lists` are the word lists that a phrase may name; they may name one another.
 * The grammar is in patterns/README.md.
 */
export function createPhraseParser(lists: Lists, stem: Stem, shorthand: Lists = {}): PhraseParser {
  const alike = readShorthand(shorthand);
  const known: Known = { lists, stem, alike, listNodes: new Map(), choices: new Map(), wordNodes: new Map() };
  return (text) => {
    try {
      return { phrase: { text, parts: readParts(readPieces(text), known) } };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { mistake: { phrase: text, column: Number(error.facts['column'] ?? 1), message: error.message } };
    }
  };
}

function readParts(reader: PieceReader, known: Known): Phrase['parts'] {
  const first = readSequence(reader, '(end)', known);
  const rest: Sequence[] = [];
  while (reader.pieces[reader.at]?.text === '&') {
    reader.at += 1;
    reader.gaps = 0;
    rest.push(readSequence(reader, '(end)', known));
  }
  const stray = reader.pieces[reader.at];
  if (stray !== undefined) throw mistakeAt(stray.column, `"${stray.text}" needs brackets around it`);
  return [first, ...rest];
}

function readSequence(reader: PieceReader, until: '(end)' | ')' | ']', known: Known): Sequence {
  const nodes: Node[] = [];
  for (let piece = reader.pieces[reader.at]; piece !== undefined; piece = reader.pieces[reader.at]) {
    const closes = piece.text === until;
    if (closes || piece.text === '|' || piece.text === '&') return checkSequence(nodes, reader);
    reader.at += 1;
    nodes.push(...readNodes(piece, reader, known));
  }
  if (until !== '(end)') throw mistakeAt(columnOf(reader), `"${until}" is missing`);
  return checkSequence(nodes, reader);
}

function readNodes(piece: Piece, reader: PieceReader, known: Known): readonly Node[] {
  switch (piece.text[0]) {
    case '(':
      return [readChoice(reader, ')', known)];
    case '[':
      return [{ kind: 'optional', nodes: [readChoice(reader, ']', known)] }];
    case ')':
    case ']':
      throw mistakeAt(piece.column, `"${piece.text}" closes nothing`);
    case '#':
      return [{ kind: 'number' }];
    case '@':
      return [{ kind: 'law', ref: piece.text.slice(1).toLowerCase() }];
    case '{':
      return [readList(piece, known)];
    default:
      return piece.text === '...' ? [readGap(piece, reader)] : readWord(piece, known);
  }
}

function readGap(piece: Piece, reader: PieceReader): Node {
  reader.gaps += 1;
  if (reader.gaps > gapsAllowed) throw mistakeAt(piece.column, `at most ${gapsAllowed} gaps ("...") in a phrase`);
  return { kind: 'gap' };
}

function readChoice(reader: PieceReader, until: ')' | ']', known: Known): Choice {
  const from = reader.at;
  const options = readOptions(reader, until, known);
  const written = reader.pieces.slice(from, reader.at - 1).map((piece) => piece.text);
  return keepChoice(written.join(' '), options, known);
}

function keepChoice(written: string, options: readonly Sequence[], known: Known): Choice {
  const before = known.choices.get(written);
  if (before !== undefined) return before;
  const choice: Choice = { kind: 'choice', number: known.choices.size, options };
  known.choices.set(written, choice);
  return choice;
}

function readOptions(reader: PieceReader, until: ')' | ']', known: Known): readonly Sequence[] {
  const found: Sequence[] = [];
  while (true) {
    found.push(readSequence(reader, until, known));
    const piece = reader.pieces[reader.at];
    reader.at += 1;
    if (piece?.text === until) return found;
    if (piece?.text !== '|') throw mistakeAt(piece?.column ?? columnOf(reader), `"${until}" is missing`);
  }
}

function readList(piece: Piece, known: Known): Node {
  if (!piece.text.endsWith('}')) throw mistakeAt(piece.column, '"}" is missing');
  const name = piece.text.slice(1, -1);
  const before = known.listNodes.get(name);
  if (before === 'open') throw mistakeAt(piece.column, `the list {${name}} names itself`);
  if (before !== undefined) return before;
  const items = known.lists[name];
  if (items === undefined) {
    throw mistakeAt(piece.column, `there is no list {${name}}; add it under "lists:" or use another`);
  }
  known.listNodes.set(name, 'open');
  try {
    const options = items.map((item) => readSequence(readPieces(item), '(end)', known));
    const node = keepChoice(piece.text, options, known);
    known.listNodes.set(name, node);
    return node;
  } catch (error) {
    known.listNodes.delete(name);
    if (!(error instanceof Failure)) throw error;
    throw mistakeAt(piece.column, `in the list {${name}}: ${error.message}`);
  }
}

function readWord(piece: Piece, known: Known): readonly Node[] {
  const before = known.wordNodes.get(piece.text);
  if (before !== undefined) return before;
  const nodes = parseWord(piece, known.stem).map((node) => withShortForms(node, known));
  known.wordNodes.set(piece.text, nodes);
  return nodes;
}

/** "family" in a phrase also stands for "fam". */
function withShortForms(node: Node, known: Known): Node {
  const forms = node.kind === 'word' ? known.alike.get(node.form) : undefined;
  if (forms === undefined) return node;
  const options = forms.map((form): Sequence => [{ kind: 'word', form }]);
  return keepChoice(forms.join(' | '), options, known);
}

function readShorthand(shorthand: Lists): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, readonly string[]>();
  for (const [word, short] of Object.entries(shorthand)) {
    const forms = [word, ...short].flatMap(foldWord);
    for (const form of forms) alike.set(form, [...new Set([...(alike.get(form) ?? []), ...forms])]);
  }
  return alike;
}

function checkSequence(nodes: readonly Node[], reader: PieceReader): Sequence {
  const column = columnOf(reader);
  if (nodes.length === 0) throw mistakeAt(column, 'a phrase, or one of its choices, is empty');
  if (nodes[0]?.kind === 'gap' || nodes.at(-1)?.kind === 'gap') {
    throw mistakeAt(column, 'a gap ("...") needs words on both sides');
  }
  if (nodes.every((each) => each.kind === 'optional'))
    throw mistakeAt(column, 'not every word can be optional: take the [ ] off a word that must stand there');
  return nodes;
}
