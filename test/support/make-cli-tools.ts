import type { App } from '../../src/app.ts';
import type { CliTools } from '../../src/face/cli/cli-tools.ts';
import { today } from './make-app.ts';
import { makeTools } from './make-tools.ts';

/** The command line's tools on the real program; what it prints is kept. */
export function makeCliTools(app: App): CliTools & { readonly printed: () => string; readonly told: () => string } {
  const out: Buffer[] = [];
  const err: string[] = [];
  return {
    unpack: async (source) => [source],
    read: (source, signal) => app.reader.read(source, signal),
    split: (document) => app.split(document),
    analyze: (document, options) =>
      app.analyze(document, { ...options, made: { at: '2026-11-25T00:00:00Z', analyzer: 'test' } }),
    forms: app.forms,
    typesetter: app.typesetter,
    masker: app.masker,
    drawPage: (source, page, dpi, signal) => app.reader.draw(source, page, dpi, signal),
    checkPatterns: () => ({ lines: [], problems: 0 }),
    trySentence: () => '',
    describe: async () => [],
    serve: async () => {},
    work: async () => {},
    askForKeys: async () => ({ out: '', told: '' }),
    checkAudit: async () => ({ rows: 0 }),
    serveMcp: async () => {},
    openStores: async () => ({ ...makeTools(), close: async () => {} }),
    today: () => today,
    stdin: async () => new Uint8Array(),
    out: (text) => void out.push(Buffer.from(text)),
    err: (text) => void err.push(text),
    terminal: { out: false, err: false },
    cores: 2,
    printed: () => Buffer.concat(out).toString('utf8'),
    told: () => err.join(''),
  };
}
