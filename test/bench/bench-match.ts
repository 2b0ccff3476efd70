import { createAnalyze, preparePacks } from '../../src/analyze.ts';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { matchGrounds } from '../../src/match/match-grounds.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { readCases } from '../eval/labelled-case.ts';
import { textDocument } from '../eval/text-document.ts';

/** Processor milliseconds of a piece of work. */
function processorOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What loading the packs and matching cost, and how the cost grows with the letter. */
export function benchMatch(): readonly string[] {
  const lines: string[] = [];
  const cached = processorOf(() => loadPacks('patterns', 'dist/packs.json'));
  const fromFiles = processorOf(() => loadPacks('patterns'));
  const packs = loadPacks('patterns', 'dist/packs.json');
  let prepared = preparePacks(packs);
  const made = { at: '', analyzer: 'bench' };
  const options = { answers: {}, today: '2026-11-25', made };
  const texts = readCases('fixtures/cases/dev.jsonl')
    .filter((each) => each.country === 'CA' && each.shape === 'letter')
    .map((each) => each.text);
  const compile = processorOf(() => {
    prepared = preparePacks(packs);
    createAnalyze(prepared)(textDocument('first', texts[0] ?? ''), options);
  });
  lines.push(
    `packs: ${cached.toFixed(0)} ms from the build's file, ${fromFiles.toFixed(0)} ms from YAML; first letter (compiles phrases) ${compile.toFixed(0)} ms`,
  );
  const analyze = createAnalyze(prepared);
  const { extract, byDefault } = prepared;
  for (const text of texts) analyze(textDocument('warm', text), options);
  const twoPages = texts.slice(0, 4).join('\n\n').slice(0, 5000);
  for (const pages of [1, 10, 100]) {
    const document = textDocument('long', `${twoPages}\n\n`.repeat(pages));
    const words = document.pages.reduce(
      (sum, page) => sum + page.lines.reduce((count, line) => count + line.words.length, 0),
      0,
    );
    const runs = pages === 1 ? 20 : 1;
    const each = (work: () => void): string => {
      // The figure is of a program that has been running: what is compiled on the way is no letter's cost.
      for (let run = 0; run < 2 * runs; run += 1) work();
      const milliseconds = processorOf(() => {
        for (let run = 0; run < runs; run += 1) work();
      });
      return `${(milliseconds / runs / pages).toFixed(1)} ms`;
    };
    const whole = each(() => analyze(document, options));
    const letter = extractLetter(document, extract, options.today);
    const alone = each(() => matchGrounds(letter, byDefault.match));
    lines.push(
      `${pages} x two pages (${words} words): ${whole} per two pages from words to report, ${alone} of it matching`,
    );
  }
  return lines;
}
