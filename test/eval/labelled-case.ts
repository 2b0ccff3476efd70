import { readFileSync } from 'node:fs';
import { z } from 'zod';

const caseSchema = z.object({
  id: z.string(),
  country: z.string(),
  lang: z.string(),
  form: z.string(),
  shape: z.string(),
  text: z.string(),
  grounds: z.array(z.string()),
  not_grounds: z.array(z.string()).default([]),
  neutral: z.array(z.string()).default([]),
});

export type LabelledCase = z.infer<typeof caseSchema>;

/** Reads a file of labelled cases, one JSON object a line. */
export function readCases(file: string): readonly LabelledCase[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}

/** Which grounds, named without their country, satisfy which label. */
export type Labels = Readonly<Record<string, readonly string[]>>;

export function readLabels(file: string): Labels {
  return z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(file, 'utf8')));
}
