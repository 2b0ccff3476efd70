import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Ground } from './ground-schema.ts';
import type { PackProblem, YamlFile } from './read-yaml.ts';

const expectedSchema = z.array(z.object({ grounds: z.record(z.string(), z.string()).default({}) }));

/** The grounds that fixture letters show, from their `expected.yaml`. Nothing where there is no such file. */
export function readShownGrounds(expectedFile: string): ReadonlySet<string> | undefined {
  if (!existsSync(expectedFile)) return undefined;
  const letters = expectedSchema.parse(parse(readFileSync(expectedFile, 'utf8')));
  return new Set(letters.flatMap((letter) => Object.keys(letter.grounds)));
}

/** A status is earned: a ground is stable when a fixture letter shows it. */
export function checkStatus(source: YamlFile<Ground>, shown: ReadonlySet<string>): readonly PackProblem[] {
  const { id, status } = source.value;
  if (status !== 'stable' || shown.has(id)) return [];
  const message = `"${id}" is stable, but no letter of fixtures/letters shows it: add one, or write "draft"`;
  return [{ file: source.file, ...source.locate(['status']), message }];
}
