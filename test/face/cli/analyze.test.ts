import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { reportSchema } from '../../../src/report/report-schema.ts';
import { firmTemplate } from '../../support/firm-template.ts';
import { runCli } from '../../support/run-cli.ts';

const day = ['--today', '2026-11-25'];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(reportSchema));
const lines = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

describe('refusals analyze', () => {
  test('prints one valid report a line, in name order', async () => {
    const files = ['c-study-en.pdf', 'pgwp-fr.txt', 'b-study-fr.pdf'].map((file) => `fixtures/letters/${file}`);
    const { code, out } = await runCli(['analyze', ...files, '--format', 'jsonl', ...day]);
    const reports = lines(out);
    expect(code).toBe(0);
    expect(reports.map((report) => [validate(report), validate.errors])).toEqual(files.map(() => [true, null]));
    expect(reports).toMatchObject([
      { document: { name: 'c-study-en.pdf' } },
      { document: { name: 'pgwp-fr.txt' } },
      { document: { name: 'b-study-fr.pdf' } },
    ]);
  });

  test('gives each letter of a file a report of its own', async () => {
    const { code, out } = await runCli([
      'analyze',
      'fixtures/letters/two-decisions-en.pdf',
      '--format',
      'jsonl',
      ...day,
    ]);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([
      {
        document: { name: 'two-decisions-en.pdf' },
        letter: { application: 'study', reference: { value: 'S300000133' } },
      },
      {
        document: { name: 'two-decisions-en.pdf (2)' },
        letter: { application: 'visitor', reference: { value: 'V300000134' } },
      },
    ]);
  });

  test('puts a problem in the place of each letter that cannot be read, and reads the others', async () => {
    const expected = z
      .array(z.object({ file: z.string(), problem: z.string() }))
      .parse(parse(readFileSync('fixtures/broken/expected.yaml', 'utf8')))
      .sort((one, other) => (one.file < other.file ? -1 : 1));
    const { code, out } = await runCli(['analyze', 'fixtures/broken', '--format', 'jsonl', ...day]);
    const shape = z.object({
      name: z.string().optional(),
      problem: z.object({ code: z.string(), detail: z.string() }).optional(),
      document: z.object({ name: z.string() }).optional(),
    });
    const got = lines(out).map((line) => {
      const { name, problem, document } = shape.parse(line);
      return { file: name ?? document?.name, problem: problem?.code ?? 'none' };
    });
    expect(code).toBe(5);
    expect(got).toEqual(expected);
  });

  test('says 3 when nothing could be read, and what to do on stderr', async () => {
    const { code, err } = await runCli(['analyze', 'fixtures/broken/program.pdf', '--format', 'json', ...day]);
    expect(code).toBe(3);
    expect(err).toContain('program, not a letter');
  });

  test('refuses a file of 60 MB without reading it', async () => {
    const file = path.join(folder, 'huge.pdf');
    writeFileSync(file, Buffer.alloc(60 * 1024 * 1024, '%PDF-1.7 '));
    const { code, out } = await runCli(['analyze', file, 'fixtures/letters/pgwp-fr.txt', '--format', 'jsonl', ...day]);
    expect(code).toBe(5);
    expect(lines(out)).toMatchObject([
      { name: 'huge.pdf', problem: { code: 'file-too-large' } },
      { document: { name: 'pgwp-fr.txt' } },
    ]);
  });

  test('opens a locked letter with the password of a file', async () => {
    const password = path.join(folder, 'password.txt');
    writeFileSync(password, 'maple\n');
    const { code, out } = await runCli([
      'analyze',
      'fixtures/broken/locked.pdf',
      '--password-file',
      password,
      '--format',
      'jsonl',
      ...day,
    ]);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ letter: { outcome: 'refused' } }]);
  });

  test('reads standard input', async () => {
    const { code, out } = await runCli(
      ['analyze', '-', '--format', 'jsonl', ...day],
      'I am not satisfied that you will leave Canada at the end of your stay.',
    );
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ document: { name: '-' }, grounds: [{ ground: 'ca.will-not-leave-canada' }] }]);
  });

  test('writes one file a letter into a folder and nothing to stdout', async () => {
    const out = path.join(folder, 'reports');
    const run = await runCli([
      'analyze',
      'fixtures/letters/pgwp-fr.txt',
      'fixtures/letters/restoration-fr.txt',
      '--out',
      out,
      '--format',
      'html',
      ...day,
    ]);
    expect(run).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(out).sort()).toEqual(['pgwp-fr.txt.html', 'restoration-fr.txt.html']);
  });

  test('gives the same report for the same letter and day, but for the moment it was made', async () => {
    const once = async () => {
      const { out } = await runCli(['analyze', 'fixtures/letters/d-study-mixed.pdf', '--format', 'json', ...day]);
      return out.replace(/"made": "[^"]*"/, '');
    };
    expect(await once()).toBe(await once());
  });

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['an unknown flag', ['analyze', 'x.pdf', '--colour']],
    ['no file', ['analyze']],
    ['a path that is not there', ['analyze', 'nowhere.pdf']],
    ['a day that is none', ['analyze', 'fixtures/letters/pgwp-fr.txt', '--today', '2026-02-30']],
    [
      'two answers that exclude each other',
      ['analyze', 'fixtures/letters/pgwp-fr.txt', '--in-canada', '--outside-canada'],
    ],
    ['an unknown command', ['guess']],
  ];
  test.each(wrong)('says 2 for %s', async (_name, args) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});

describe('a firm’s own template', () => {
  const letter = ['analyze', 'fixtures/letters/c-study-en.pdf', ...day];

  test('the report goes into it', async () => {
    const template = path.join(folder, 'firm.docx');
    writeFileSync(template, await firmTemplate());
    const { code } = await runCli([...letter, '--format', 'docx', '--template', template, '--out', folder]);
    expect(code).toBe(0);
    const { value } = await mammoth.extractRawText({ path: path.join(folder, 'c-study-en.pdf.docx') });
    expect(value).toContain('Yours, the firm');
    expect(value).toContain('family ties');
  });

  test.each([
    ['with another format', ['--format', 'pdf', '--template', 'package.json'], '--template goes with --format docx'],
    ['that is not there', ['--format', 'docx', '--template', 'nowhere.docx'], "can't be read"],
    ['that is no Word document', ['--format', 'docx', '--template', 'package.json'], 'can’t be opened as a Word'],
  ])('%s is refused as a mistake in the command', async (_, flags, said) => {
    const { code, err } = await runCli([...letter, ...flags]);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
