import { type Document, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a pattern file, where (line and column from 1), and how to mend it. */
export type PackProblem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export type YamlFile<T> = {
  readonly file: string;
  readonly value: T;
  /** Where a value stands in the file, for problems found later. */
  readonly locate: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
};

export type YamlReading<T> = { readonly read: YamlFile<T> } | { readonly problems: readonly PackProblem[] };

/** Reads one pattern file and checks it against its schema. Every mistake is reported at its line. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlReading<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const position = lines.linePos(offset);
    return { line: position.line, column: position.col };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        file,
        ...at(error.pos[0]),
        message: `${error.message} (put quotes around text that begins with { [ @ & * or holds " #")`,
      })),
    };
  }
  const cut = findCutPhrases(document);
  if (cut.length > 0) {
    return {
      problems: cut.map((node) => ({
        file,
        ...at(node.range?.[0] ?? 0),
        message: `"${String(node.value)}" ends before " #": what follows is a comment. Put quotes around the phrase, or the comment on a line of its own`,
      })),
    };
  }
  const locate = (path: readonly PropertyKey[]): { line: number; column: number } => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { read: { file, value: checked.data, locate } };
  return {
    problems: checked.error.issues.map((issue) => ({
      file,
      ...locate(issue.path),
      message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
    })),
  };
}

/** Phrases without quotes that a ` #` cut short: YAML drops the rest without a word. */
function findCutPhrases(document: Document.Parsed): readonly Scalar[] {
  const cut: Scalar[] = [];
  visit(document, {
    Scalar(key, node, path) {
      const parent = path.at(-1);
      const phrase = isPair(parent) && key === 'value' && isScalar(parent.key) && parent.key.value === 'phrase';
      if (node.type === Scalar.PLAIN && (isSeq(parent) || phrase) && node.comment != null) cut.push(node);
    },
  });
  return cut;
}
