import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The built command line as a program of its own, spoken to by the protocol's own client. The guard ends it if it tries
// to reach the network.
const guard = pathToFileURL(path.resolve('dist/bin/refuse-sockets.js')).href;
const file = path.resolve('fixtures/letters/c-study-en.pdf');
let client: Client;
beforeAll(async () => {
  client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['--import', guard, 'dist/bin/cli.js', 'mcp'],
      stderr: 'inherit',
    }),
  );
});
afterAll(() => client.close());

async function call(name: string, args: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: args });
  const text = content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');
  return { text, isError: isError === true };
}

test('the tools are named with what they take, and only read', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).toSorted()).toEqual([
    'analyze_letter',
    'compare',
    'explain_ground',
    'list_grounds',
  ]);
  for (const { annotations, inputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema.type).toBe('object');
  }
});

describe('a letter', () => {
  test('is read by its path, to be read by people or by programs', async () => {
    const { text } = await call('analyze_letter', { path: file, today: '2026-11-25' });
    expect(text).toContain('# ');
    const json = await call('analyze_letter', { path: file, today: '2026-11-25', format: 'json' });
    const report = JSON.parse(json.text);
    expect(report).toMatchObject({ format: 1, letter: { outcome: 'refused' }, document: { name: 'c-study-en.pdf' } });
    expect(report.grounds.length).toBeGreaterThan(0);
    expect(text).toContain(report.grounds[0].sightings[0].evidence.quote.slice(0, 40));
  });

  test('is the same by its bytes, in the language that is asked for', async () => {
    const base64 = readFileSync(file).toString('base64');
    const { text } = await call('analyze_letter', { base64, name: 'mine.pdf', language: 'fr', format: 'json' });
    expect(JSON.parse(text).document.name).toBe('mine.pdf');
  });

  test('is one of several where a file holds several, each with its own report', async () => {
    const one = (day: string, number: string, reason: string) =>
      `Immigration, Refugees and Citizenship Canada\n\nDate: ${day}\nApplication no.: ${number}\n\nDear Sample Person,\n\n` +
      'Thank you for your interest in studying in Canada. I am refusing your application for a study permit.\n' +
      `${reason}\n\nSincerely,\n\nOfficer\n`;
    const text = [
      one(
        'October 2, 2026',
        'V300000001',
        'I am not satisfied that you will leave Canada based on your family ties in Canada.',
      ),
      one(
        'November 3, 2026',
        'V300000002',
        'Your assets and financial situation are insufficient to support your travel.',
      ),
    ].join('\f');
    const json = await call('analyze_letter', { text, format: 'json', today: '2026-11-25' });
    const reports = json.text.split('\n').map((line) => JSON.parse(line));
    expect(reports.map(({ letter }) => letter.issued?.value)).toEqual(['2026-10-02', '2026-11-03']);
    const read = await call('analyze_letter', { text, today: '2026-11-25' });
    expect(read.text.split('\n\n---\n\n').length).toBeGreaterThanOrEqual(2);
  });

  test('may be a sentence, with what the person knows', async () => {
    const { text } = await call('analyze_letter', {
      text: 'I am not satisfied that you will leave Canada at the end of your stay based on your family ties in Canada.',
      answers: { whereabouts: 'inside', notified: '2026-11-03' },
      format: 'json',
    });
    expect(JSON.parse(text).grounds.map(({ ground }: { ground: string }) => ground)).toContain(
      'ca.will-not-leave-canada',
    );
  });

  test.each<readonly [string, Record<string, unknown>, string]>([
    ['none at all', {}, 'request-invalid'],
    ['two at once', { path: file, text: 'x' }, 'request-invalid'],
    ['a file that is not there', { path: '/nowhere/letter.pdf' }, 'request-invalid'],
    ['a file that is no letter', { path: path.resolve('fixtures/letters') }, 'request-invalid'],
    ['an answer that can’t be read', { text: 'x', answers: { notified: 'yesterday' } }, 'request-invalid'],
  ])('is refused with what to do: %s', async (_name, args, code) => {
    const { text, isError } = await call('analyze_letter', args);
    expect(isError).toBe(true);
    expect(text).toContain(code);
    expect(text).not.toContain(' at ');
  });
});

test('two refusals are compared', async () => {
  const { text } = await call('compare', { older: { path: file }, newer: { path: file }, format: 'json' });
  const comparison = JSON.parse(text);
  expect(comparison.repeated.length).toBeGreaterThan(0);
  expect(comparison.doubts).toContain('same-letter');
  expect((await call('compare', { older: { path: file }, newer: { path: file }, language: 'fr' })).text).toContain(
    '# ',
  );
});

describe('grounds', () => {
  test('are found by words and explained in both languages', async () => {
    const all = (await call('list_grounds', {})).text.split('\n');
    const few = (await call('list_grounds', { query: 'family ties' })).text.split('\n');
    expect(few.length).toBeLessThan(all.length);
    const id = /^- (ca\.[\w-]+):/.exec(few[0] ?? '')?.[1];
    expect(id).toContain('family');
    const [en, fr] = [await call('explain_ground', { id }), await call('explain_ground', { id, language: 'fr' })];
    expect(en.text).toContain('## What answers it');
    expect(fr.text).toContain('## Ce qui y répond');
  });

  test('that are not known are refused', async () => {
    expect(await call('explain_ground', { id: 'ca.nothing' })).toMatchObject({ isError: true });
  });
});
