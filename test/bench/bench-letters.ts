import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isInstalled, medianTime } from './time-command.ts';

const cli = 'node dist/bin/cli.js analyze';

/** A folder of copies of one letter. */
function copies(letter: string, count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'letters-'));
  for (let at = 0; at < count; at += 1)
    cpSync(letter, path.join(folder, `${String(at).padStart(4, '0')}${path.extname(letter)}`));
  return folder;
}

function warmCost(letter: string, few: number, many: number): { readonly each: number; readonly wall: number } {
  const small = copies(letter, few);
  const large = copies(letter, many);
  try {
    const one = medianTime(`${cli} ${small} --format jsonl`, 3);
    const all = medianTime(`${cli} ${large} --format jsonl`, 3);
    return { each: (all.processor - one.processor) / (many - few), wall: all.wall };
  } finally {
    rmSync(small, { recursive: true });
    rmSync(large, { recursive: true });
  }
}

/** Letters a second for text letters and pages a minute for scans, beside named peers in the same run. */
export function benchLetters(): readonly string[] {
  const lines: string[] = [];
  const cold = medianTime(`${cli} fixtures/letters/c-study-en.pdf --format json`, 5);
  lines.push(
    `start to first report, text PDF: ${(cold.processor * 1000).toFixed(0)} ms CPU, ${(cold.wall * 1000).toFixed(0)} ms wall`,
  );
  const text = warmCost('fixtures/letters/pgwp-fr.txt', 1, 101);
  lines.push(
    `plain text letter, warm: ${(text.each * 1000).toFixed(1)} ms CPU; 101 letters in one call ${text.wall.toFixed(1)} s`,
  );
  const pdf = warmCost('fixtures/letters/c-study-en.pdf', 1, 101);
  lines.push(
    `text PDF letter, warm: ${(pdf.each * 1000).toFixed(1)} ms CPU; 101 letters in one call ${pdf.wall.toFixed(1)} s`,
  );
  if (isInstalled('pdftotext')) {
    const peer = medianTime(
      'for i in $(seq 100); do pdftotext -bbox-layout fixtures/letters/c-study-en.pdf -; done',
      3,
    );
    lines.push(
      `  pdftotext -bbox-layout, a process a letter: ${(peer.processor * 10).toFixed(1)} ms CPU (words only); ratio ${((pdf.each * 100) / peer.processor).toFixed(2)}`,
    );
  }
  const scan = warmCost('fixtures/letters/c-study-en-scan.png', 1, 7);
  lines.push(`scanned page, warm: ${scan.each.toFixed(2)} s CPU; ${(60 / scan.each).toFixed(0)} pages a minute a core`);
  if (isInstalled('tesseract')) {
    const peer = medianTime('OMP_THREAD_LIMIT=1 tesseract fixtures/letters/c-study-en-scan.png - -l eng', 3);
    lines.push(
      `  native tesseract on the same picture: ${peer.processor.toFixed(2)} s CPU; ratio ${(scan.each / peer.processor).toFixed(2)}`,
    );
  }
  return lines;
}
