import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Module, readModules } from './support/module-graph.ts';

const modules = readModules('src');

/** What each room may import. Sibling stages never import each other, nor do faces. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  phrase: ['model'],
  pack: ['model', 'phrase'],
  seam: ['model', 'pack'],
  read: ['model', 'phrase', 'pack', 'seam'],
  extract: ['model', 'phrase', 'pack', 'seam'],
  match: ['model', 'phrase', 'pack', 'seam'],
  advise: ['model', 'phrase', 'pack', 'seam'],
  report: ['model', 'phrase', 'pack', 'seam'],
  job: ['model', 'pack', 'seam', 'report', 'analyze'],
  adapter: ['model', 'pack', 'seam', 'read'],
  face: ['model', 'pack', 'seam', 'report', 'job'],
  bin: ['model', 'pack', 'seam', 'report', 'job', 'face', 'app', 'config', 'check-packs', 'adapter'],
  analyze: ['model', 'phrase', 'pack', 'extract', 'match', 'advise', 'report'],
  'check-packs': ['model', 'phrase', 'pack', 'match'],
  config: ['model'],
  app: [
    'model',
    'phrase',
    'pack',
    'seam',
    'read',
    'extract',
    'match',
    'advise',
    'report',
    'analyze',
    'job',
    'adapter',
    'config',
    'check-packs',
  ],
};

/** `src/face/http/app.ts` is of `face`, `src/analyze.ts` of `analyze`. */
function roomOf(file: string): string {
  const [, room = ''] = file.split(path.sep);
  return room.replace(/\.tsx?$/, '');
}

test('every source file is seen', () => {
  expect(modules.length).toBeGreaterThan(150);
  expect(new Set(modules.map((module) => roomOf(module.file)))).toEqual(new Set(Object.keys(allowed)));
});

describe('imports go one way', () => {
  test.each(Object.keys(allowed))('%s imports only what lies below it', (room) => {
    const wrong = modules
      .filter((module) => roomOf(module.file) === room)
      .flatMap((module) => module.imports.map((target) => ({ from: module.file, to: target })))
      .filter(({ to }) => roomOf(to) !== room && allowed[room]?.includes(roomOf(to)) !== true);
    expect(wrong).toEqual([]);
  });

  test('only app.ts and the entry points choose adapters', () => {
    const importers = modules.filter((module) => module.imports.some((target) => roomOf(target) === 'adapter'));
    const outside = importers.filter(
      (module) =>
        !['adapter', 'app'].includes(roomOf(module.file)) &&
        !['src/bin/reader.ts', 'src/bin/database.ts'].includes(module.file),
    );
    expect(outside.map((module) => module.file)).toEqual([]);
  });

  test('no face imports another face', () => {
    const faceOf = (file: string) => file.split(path.sep)[2] ?? '';
    const shared = new Set(['web']);
    const wrong = modules
      .filter((module) => roomOf(module.file) === 'face')
      .flatMap((module) => module.imports.map((to) => ({ from: module.file, to })))
      .filter(({ from, to }) => roomOf(to) === 'face' && faceOf(from) !== faceOf(to) && !shared.has(faceOf(from)));
    expect(wrong).toEqual([]);
  });

  test('no imports go in a circle', () => {
    expect(findCircle(modules)).toEqual([]);
  });
});

describe('what is data stays data', () => {
  // Names of countries and languages belong to patterns/. Texts for people are in the product's two languages, so the
  // language codes may stand there; their names may not.
  const names = /\b(canad\w*|quebec\w*|québec\w*|ontario|ircc|irpa|irpr|lipr|ripr|english|french|anglais|français)\b/i;
  test('no country, province, act or language is named in the program', () => {
    const wrong = modules
      .filter((module) => roomOf(module.file) !== 'face')
      .flatMap((module) =>
        module.text
          .split('\n')
          .flatMap((line, at) => (isCode(line) && names.test(line) ? [`${module.file}:${at + 1} ${line.trim()}`] : [])),
      );
    expect(wrong).toEqual([]);
  });

  function isCode(line: string): boolean {
    return !/^\s*(\/\/|\/?\*)/.test(line) && !/\ben: |\bfr: /.test(line);
  }
});

describe('files stay small and say what they are', () => {
  test('none has more than 250 lines', () => {
    const long = modules.filter((module) => module.text.split('\n').length > 251).map((module) => module.file);
    expect(long).toEqual([]);
  });

  test('none is named utils, helpers, common, types or index', () => {
    const vague = modules.filter((module) => /\/(utils?|helpers?|common|misc|types|index)\.tsx?$/.test(module.file));
    expect(vague.map((module) => module.file)).toEqual([]);
  });

  test('the environment is read in bin alone', () => {
    const readers = modules.filter((module) => module.text.includes('process.env') && roomOf(module.file) !== 'bin');
    expect(readers.map((module) => module.file)).toEqual([]);
  });
});

/** The files of one circle of imports, or none. */
function findCircle(all: readonly Module[]): readonly string[] {
  const byFile = new Map(all.map((module) => [module.file, module]));
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: readonly string[]): readonly string[] => {
    if (state.get(file) === 'done') return [];
    if (state.get(file) === 'open') return [...trail.slice(trail.indexOf(file)), file];
    state.set(file, 'open');
    for (const target of byFile.get(file)?.imports ?? []) {
      const circle = visit(target, [...trail, file]);
      if (circle.length > 0) return circle;
    }
    state.set(file, 'done');
    return [];
  };
  for (const module of all) {
    const circle = visit(module.file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
