import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { nextText, sendFiles } from './send-load.ts';
import { type ChaosResult, runUnderLoad } from './stage.ts';
import { timeLetter } from './time-letters.ts';

const model = 'patterns/languages/ocr/eng.traineddata.gz';
const scan = readFileSync('fixtures/letters/c-study-en-scan.png');
const letterSchema = z.object({
  state: z.string(),
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
});

/** Letters sent of each kind. */
const letters = 5;

/**
 * F7: the service with a model of which half is missing, and without an installed Tesseract. Both are so for it alone: it
 * sees the file system with other files in their places. Needs to be root.
 */
export async function breakModel(): Promise<ChaosResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chaos-model-'));
  const half = path.join(folder, 'half.gz');
  const whole = readFileSync(model);
  writeFileSync(half, whole.subarray(0, whole.length / 2));
  const hide = `mount --bind "$0" ${path.resolve(model)}
    if [ -e /usr/bin/tesseract ]; then mount --bind /dev/null /usr/bin/tesseract; fi
    exec "$@"`;
  const prefix = ['unshare', '-m', 'sh', '-c', hide, half];
  try {
    return await runUnderLoad({
      store: 'embedded',
      load: 'none',
      start: { prefix, unready: 'OCR model eng is damaged' },
      harm: async (stage) => {
        const { address } = stage.service();
        stage.note(`/readyz says ${await (await fetch(`${address}/readyz`)).text()}`);
        const [command, ...flags] = [...prefix, process.execPath, 'dist/bin/cli.js', 'doctor'];
        const told = execFileSync(command, flags, { encoding: 'utf8' });
        stage.judge('the doctor names the model', told.includes('OCR model eng is damaged'));
        const ids: (string | undefined)[] = [];
        for (let number = 0; number < letters; number += 1) {
          await timeLetter(address, stage.ledger, nextText());
          ids.push(await sendFiles(address, stage.ledger, [scanOnceMore(number)]));
        }
        const ends = await Promise.all(ids.map((id) => endOf(address, id)));
        const clear = ends.filter(({ problem }) => problem?.detail.includes('OCR model eng is damaged') === true);
        stage.judge(`${clear.length} of ${letters} pictures failed with what to do`, clear.length === letters);
        stage.judge('the service is the same process', stage.service().child.exitCode === null);
      },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const scanOnceMore = (number: number) => ({
  name: `scan-${number}.png`,
  // What stands behind the end of a PNG is not looked at.
  blob: new Blob([scan, `${number}`]),
});

/** A letter when it has ended. */
async function endOf(address: string, id: string | undefined): Promise<z.infer<typeof letterSchema>> {
  const until = performance.now() + 120_000;
  for (;;) {
    const letter = letterSchema.parse(await (await fetch(`${address}/v1/letters/${id ?? ''}`)).json());
    if (letter.state === 'done' || letter.state === 'failed' || performance.now() > until) return letter;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
