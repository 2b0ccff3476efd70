import { describe, expect, test } from 'vitest';
import { type Unpacking, unpack } from '../../src/adapter/unpack.ts';
import type { Source } from '../../src/seam/reader.ts';
import { makeZip, type ZipFile } from '../support/make-zip.ts';

const pdf = '%PDF-1.7\n1 0 obj';
async function open(bytes: Uint8Array, name = 'letters.zip', as: Unpacking = 'letters'): Promise<readonly Source[]> {
  const files: Source[] = [];
  for await (const file of unpack({ name, bytes }, as)) files.push(file);
  return files;
}
const namesIn = async (files: readonly ZipFile[]): Promise<string[]> =>
  (await open(makeZip(files))).map(({ name }) => name);
const many = (count: number): ZipFile[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, data: 'x' }));

describe('an archive', () => {
  test('gives its letters in its own order, without litter', async () => {
    const files = [
      { name: 'b.pdf', data: pdf },
      { name: '__MACOSX/._b.pdf', data: 'x' },
      { name: 'more/', data: '' },
      { name: 'more/a.txt', data: 'Dear Sir' },
      { name: 'more/.DS_Store', data: 'x' },
    ];
    expect(await namesIn(files)).toEqual(['b.pdf', 'more/a.txt']);
  });

  test('gives names without characters that turn them around', async () => {
    expect(await namesIn([{ name: '\u202efdp.exe', data: pdf }])).toEqual(['fdp.exe']);
  });

  test('gives the bytes that were packed', async () => {
    const [letter] = await open(makeZip([{ name: 'a.txt', data: 'Refusée. '.repeat(1000) }]));
    expect(Buffer.from(letter?.bytes ?? []).toString('utf8')).toBe('Refusée. '.repeat(1000));
  });

  test.each<[string, readonly ZipFile[], string]>([
    ['that is empty', [], 'file-unreadable'],
    ['whose entry climbs out', [{ name: '../a.pdf', data: pdf }], 'file-unreadable'],
    ['whose entry starts at the root', [{ name: '/etc/a.pdf', data: pdf }], 'file-unreadable'],
    ['whose entry has backslashes', [{ name: '..\\a.pdf', data: pdf }], 'file-unreadable'],
    ['whose entry names a drive', [{ name: 'C:a.pdf', data: pdf }], 'file-unreadable'],
    ['whose name holds a line end', [{ name: 'a\r\nb.pdf', data: pdf }], 'file-unreadable'],
    ['whose name is endless', [{ name: `${'a'.repeat(300)}.pdf`, data: pdf }], 'file-unreadable'],
    ['with a link', [{ name: 'a.pdf', data: '/etc/passwd', mode: 0o120777 }], 'file-unreadable'],
    ['with a locked entry', [{ name: 'a.pdf', data: pdf, encrypted: true }], 'file-unreadable'],
    [
      'with a name twice',
      [
        { name: 'a.pdf', data: pdf },
        { name: 'A.PDF', data: pdf },
      ],
      'file-unreadable',
    ],
    [
      'with entries that overlap',
      [
        { name: 'a.pdf', data: pdf },
        { name: 'b.pdf', data: pdf, overlapsFirst: true },
      ],
      'file-unreadable',
    ],
    ['that unpacks a hundred times larger', [{ name: 'a.txt', data: Buffer.alloc(5_000_000) }], 'file-unreadable'],
    [
      'that lies about a size',
      [{ name: 'a.txt', data: Buffer.alloc(900_000, 'ab'), claimedSize: 10 }],
      'file-unreadable',
    ],
    ['with an archive inside', [{ name: 'b.zip', data: makeZip([{ name: 'a.pdf', data: pdf }]) }], 'file-unreadable'],
    ['with too large an entry', [{ name: 'a.txt', data: 'x', claimedSize: 30_000_000 }], 'file-too-large'],
    ['with too many entries', many(201), 'file-too-large'],
  ])('%s is refused', async (_, files, code) => {
    await expect(open(makeZip(files))).rejects.toMatchObject({ name: 'Failure', code });
  });

  test('of two hundred letters is opened', async () => {
    expect(await namesIn(many(200))).toHaveLength(200);
  });

  test('of a batch may hold more, and its mails and archives stay as they are', async () => {
    const mail = 'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nRefused.';
    const files = [...many(300), { name: 'b.zip', data: makeZip(many(1)) }, { name: 'c.eml', data: mail }];
    const entries = await open(makeZip(files), 'letters.zip', 'entries');
    expect(entries.slice(-2).map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['b.zip', makeZip(many(1)).length],
      ['c.eml', mail.length],
    ]);
    expect(entries).toHaveLength(302);
  });

  test('of a batch with ten thousand and one letters is refused', async () => {
    await expect(open(makeZip(many(10_001)), 'letters.zip', 'entries')).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  test('cut in half is refused', async () => {
    const whole = makeZip(many(5));
    await expect(open(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

describe('a mail', () => {
  const head = 'From: office@example.org\r\nSubject: Refusal\r\nMIME-Version: 1.0\r\n';
  const part = (type: string, more: string, body: string) => `--b\r\nContent-Type: ${type}\r\n${more}\r\n${body}\r\n`;
  const mixed = (...parts: string[]) =>
    `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`;
  const mail = (text: string) => open(Buffer.from(text, 'utf8'), 'mail.eml');
  const attached = 'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="letter.pdf"\r\n';

  test('without attachments is its own text', async () => {
    const letters = await mail(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\nVotre demande est refusée.\r\n`);
    expect(letters.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8').trim()])).toEqual([
      ['mail.eml', 'Votre demande est refusée.'],
    ]);
  });

  test('with a letter attached is that letter', async () => {
    const letters = await mail(
      mixed(
        part('text/plain', '', 'See attached.'),
        part('application/pdf', attached, Buffer.from(pdf).toString('base64')),
      ),
    );
    expect(letters.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')])).toEqual([
      ['letter.pdf', pdf],
    ]);
  });

  test('written as a web page is its words', async () => {
    const [letter] = await mail(
      `${head}Content-Type: text/html\r\n\r\n<style>p{}</style><p>Refused &amp; closed<br>today</p><script>x()</script>`,
    );
    expect(
      Buffer.from(letter?.bytes ?? [])
        .toString('utf8')
        .trim()
        .split(/\s*\n\s*/),
    ).toEqual(['Refused & closed', 'today']);
  });

  test('with a program attached is its text', async () => {
    const letters = await mail(
      mixed(part('text/plain', '', 'You are refused.'), part('application/pdf', attached, 'TVoAAA==')),
    );
    expect(letters.map(({ name }) => name)).toEqual(['mail.eml']);
  });

  test.each([
    ['parts', mixed(...Array.from({ length: 200 }, () => part('text/plain', '', 'x')))],
    ['headers', `${'X-A: b\r\n'.repeat(5000)}${head}\r\nx`],
    ['header', `${head}X-A: ${'a'.repeat(100_000)}\r\n\r\nx`],
  ])('with endless %s is refused', async (_, text) => {
    await expect(mail(text)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});

test('any other file is its own only letter', async () => {
  const source = { name: 'a.pdf', bytes: Buffer.from(pdf) };
  expect(await open(source.bytes, source.name)).toEqual([source]);
});
