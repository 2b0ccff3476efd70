import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPacks } from '../../src/check-packs.ts';

const today = '2026-11-25';
const ground = 'ca/grounds/temporary-intent/length-of-stay.yaml';
let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'packs-'));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** A copy of the packs with one ground alone: what is wrong with it is told without the others. */
function copyWithOneGround(): string {
  const folder = mkdtempSync(path.join(root, 'p-'));
  cpSync('patterns', folder, { recursive: true, filter: (from) => !from.includes('/grounds/') });
  mkdirSync(path.dirname(path.join(folder, ground)), { recursive: true });
  cpSync(`patterns/${ground}`, path.join(folder, ground));
  return folder;
}

test('the packs of this project have no problem', () => {
  expect(checkPacks('patterns', today).problems).toEqual([]);
});

describe('a mistake in a ground is told with its line and how to mend it', () => {
  const original = readFileSync(`patterns/${ground}`, 'utf8');
  const table: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['a key that is not in the schema', (text) => text.replace('class:', 'colour: red\nclass:'), /colour/],
    [
      'an id that is not the file name',
      (text) => text.replace('id: ca.length-of-stay', 'id: ca.long-stay'),
      /file's name makes it "ca.length-of-stay"/,
    ],
    [
      'a law that is nowhere',
      (text) => text.replace(/ref: irpr\/179\/b/, 'ref: irpr/999/z'),
      /"irpr\/999\/z" is not in laws.yaml/,
    ],
    ['a route that is nowhere', (text) => text.replace('routes: [', 'routes: [fly, '), /"fly" is not in routes.yaml/],
    [
      'a source on no official host',
      (text) => text.replace(/sources:[\s\S]*$/, 'sources: [https://example.com/]\n'),
      /not on one of the official hosts/,
    ],
    [
      'a phrase that no example needs',
      (text) => text.replace(/ {4}phrases:\n/, '    phrases:\n      - purple elephants\n'),
      /no "match" example needs "purple elephants"/,
    ],
    [
      'a phrase that can’t be read',
      (text) => text.replace(/ {4}phrases:\n/, '    phrases:\n      - (purple elephants\n'),
      /"\)" is missing/,
    ],
    [
      'a phrase that a comment cuts short',
      (text) => text.replace(/ {4}phrases:\n/, '    phrases:\n      - purple # elephants\n'),
      /"purple" ends before " #": .* Put quotes around the phrase/,
    ],
    [
      'a phrase of optional words only',
      (text) => text.replace(/ {4}phrases:\n/, "    phrases:\n      - '[purple] [elephants]'\n"),
      /not every word can be optional: take the \[ \] off a word/,
    ],
  ];
  test.each(table)('%s', (_name, change, message) => {
    const folder = copyWithOneGround();
    const changed = change(original);
    expect(changed).not.toBe(original);
    writeFileSync(path.join(folder, ground), changed);
    const { problems } = checkPacks(folder, today);
    expect(problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`).join('\n')).toMatch(message);
    expect(problems.every((problem) => problem.line > 0 && problem.column > 0)).toBe(true);
  });
});

test.each(['kinds', 'zones', 'pack'])('a cue phrase of optional words only is told at its line in %s.yaml', (name) => {
  const folder = copyWithOneGround();
  const file = path.join(folder, `ca/${name}.yaml`);
  const original = readFileSync(file, 'utf8');
  const changed = original.replace(/\ben: ?\[/, "en: ['[purple] [elephants]', ");
  expect(changed).not.toBe(original);
  writeFileSync(file, changed);
  const line = changed.slice(0, changed.indexOf('[purple]')).split('\n').length;
  const told = checkPacks(folder, today).problems.filter((problem) => problem.file === `ca/${name}.yaml`);
  expect(told).toEqual([
    {
      file: `ca/${name}.yaml`,
      line,
      column: expect.any(Number),
      message: expect.stringContaining('not every word can be optional'),
    },
  ]);
});

test('a figure that should have been checked again is a problem', () => {
  const { problems } = checkPacks(copyWithOneGround(), '2031-01-01');
  expect(problems.map((problem) => problem.message).join('\n')).toMatch(/was to be checked by/);
});
