import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../src/config.ts';

// Nothing can be built here without Docker, so what the files name is compared with what there is.
const dockerfile = readFileSync('.deploy/Dockerfile', 'utf8');
const composeSchema = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      networks: z.array(z.string()),
      build: z.looseObject({ context: z.string(), dockerfile: z.string() }).optional(),
    }),
  ),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
});
const compose = composeSchema.parse(parse(readFileSync('.deploy/compose.yaml', 'utf8'), { merge: true }));
const secrets: Readonly<Record<string, string>> = {
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_PASSWORD: 'abc123',
};

/** Settings as Compose hands them to a process. */
const settingsOf = (environment: Readonly<Record<string, string | number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{(\w+)[^}]*\}/g, (_, secret: string) => secrets[secret] ?? ''),
    ]),
  );

const programs = (text: string): readonly string[] =>
  [...text.matchAll(/dist\/(bin\/[\w-]+)\.js/g)].map(([, name = '']) => name);

test('the image is made of folders and programs that there are', () => {
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, name = '']) => name);
  expect(copied.length).toBeGreaterThan(3);
  const made = new Set(['node_modules', 'dist']);
  for (const name of copied) expect([name, made.has(name) || existsSync(name)]).toEqual([name, true]);
  for (const program of programs(dockerfile)) expect(existsSync(`src/${program}.ts`)).toBe(true);
  expect(dockerfile).toMatch(/^USER node$/m);
  // Built by root for root alone, and copied so: the embedded store could not be made from it.
  expect(dockerfile).toMatch(/^RUN npm ci .*chmod -R a\+rX dist$/m);
});

describe.each(Object.entries(compose.services).filter(([, { build }]) => build !== undefined))('%s', (_name, one) => {
  test('runs a program that there is, from this project', () => {
    const [program = ''] = programs((one.command ?? []).join(' '));
    expect(existsSync(`src/${program}.ts`)).toBe(true);
    expect(existsSync(`.deploy/${one.build?.context}/${one.build?.dockerfile}`)).toBe(true);
  });

  test('starts with the settings that it is given', () => {
    const config = readConfig(settingsOf(one.environment ?? {}));
    expect('mistakes' in config ? config.mistakes : []).toEqual([]);
    expect(config).toMatchObject({ databaseUrl: 'postgres://refusals:abc123@database:5432/refusals' });
  });
});

test('whoever reads letters has no way out', () => {
  for (const name of ['worker', 'database'])
    for (const network of compose.services[name]?.networks ?? [])
      expect(compose.networks[network]?.internal).toBe(true);
});

test('the page about running it names only programs that there are', () => {
  const page = readFileSync('.deploy/README.md', 'utf8');
  for (const program of programs(page)) expect(existsSync(`src/${program}.ts`)).toBe(true);
  for (const [, name = ''] of page.matchAll(/`refusals ([\w-]+)/g))
    expect(['verify-audit', 'export', 'import', 'keys']).toContain(name);
});
