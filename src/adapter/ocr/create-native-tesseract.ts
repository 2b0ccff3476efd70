import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { OcrEngine, OcrRequest } from '../../seam/ocr-engine.ts';
import { layoutModes } from './layout-modes.ts';
import { parseTsv } from './parse-tsv.ts';
import { writePgm } from './write-pgm.ts';

const places = ['/usr/bin/tesseract', '/usr/local/bin/tesseract', '/opt/homebrew/bin/tesseract'];
/** With more threads a page takes up to forty seconds on a busy machine, and a hundred times the processor. */
const environment = { OMP_THREAD_LIMIT: '1', PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' } as const;
const pageWithin = 60_000;
const mostOutput = 20_000_000;

/** The installed Tesseract, if it has all the models; undefined otherwise. */
export async function findNativeTesseract(models: readonly string[]): Promise<OcrEngine | undefined> {
  const program = places.find((place) => existsSync(place));
  if (program === undefined) return undefined;
  try {
    const listed = (await run(program, ['--list-langs'])).split(/\s+/);
    return models.every((model) => listed.includes(model)) ? createNativeTesseract(program) : undefined;
  } catch {
    return undefined;
  }
}

function createNativeTesseract(program: string): OcrEngine {
  return {
    async recognize({ picture, models, layout, letters }: OcrRequest) {
      const language = ['-l', models.join('+'), '--oem', '1', '--psm', layoutModes[layout]];
      const flags = ['stdin', 'stdout', ...language, '--dpi', '200', '-c', 'tessedit_do_invert=0'];
      const only = letters === undefined ? [] : ['-c', `tessedit_char_whitelist=${letters}`];
      return parseTsv(await run(program, [...flags, ...only, 'tsv'], writePgm(picture)));
    },
    close: async () => undefined,
  };
}

/** Runs the program on `input` and gives what it prints. Throws when it fails, hangs or prints without end. */
function run(program: string, flags: readonly string[], input?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const [command, ...rest] = underParent([program, ...flags]);
    const child = spawn(command, rest, { env: environment, stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), pageWithin);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostOutput) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`the OCR program ended with ${code ?? 'a signal'}`));
    });
    // It may end before it has read all: then its exit says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Dies with the process that asked, where the system has the tool for it. */
function underParent(command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL', ...command] : command;
}
