import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const expectedSchema = z.object({
  files: z.array(z.string()).min(1),
  kind: z.string(),
  outcome: z.string(),
  language: z.string().optional(),
  application: z.string().optional(),
  issued: z.string().optional(),
  reference: z.string().optional(),
  clientId: z.string().optional(),
  office: z.string().optional(),
  grounds: z.record(z.string(), z.enum(['stated', 'likely', 'possible'])).default({}),
  neutral: z.array(z.string()).default([]),
  notGrounds: z.array(z.string()).default([]),
  notes: z.array(z.string()).default([]),
  boxes: z
    .object({
      ticked: z.array(z.string()).default([]),
      empty: z.number().int().optional(),
      unreadable: z.number().int().optional(),
    })
    .optional(),
});

export type ExpectedLetter = z.infer<typeof expectedSchema>;

/** What a careful person reads in each fixture letter of a folder. */
export function readExpected(folder: string): readonly ExpectedLetter[] {
  return z.array(expectedSchema).parse(parse(readFileSync(`${folder}/expected.yaml`, 'utf8')));
}
