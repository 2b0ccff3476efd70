import { Failure } from '../model/failure.ts';

/** A sign or a word of a phrase as written, with its column from 1. */
export type Piece = { readonly text: string; readonly column: number };

/** Reading goes along the pieces; `gaps` counts the gaps so far. */
export type PieceReader = { readonly pieces: readonly Piece[]; at: number; gaps: number };

const pieceShape = /\.\.\.|[()[\]|&#]|\{[^}]*\}?|@[\w./-]+|~?[^\s()[\]|&{}#]+/g;

export function readPieces(text: string): PieceReader {
  const pieces = [...text.matchAll(pieceShape)].map((match) => ({ text: match[0], column: match.index + 1 }));
  return { pieces, at: 0, gaps: 0 };
}

/** The column where reading has come to, or the last one at the end. */
export function columnOf(reader: PieceReader): number {
  return reader.pieces[Math.min(reader.at, reader.pieces.length - 1)]?.column ?? 1;
}

/** Leaves the parser from any depth; caught there, never seen outside. */
export function mistakeAt(column: number, message: string): Failure {
  return new Failure('request-invalid', message, { facts: { column } });
}
