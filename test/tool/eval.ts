// How well the rules recognise grounds: npm run eval [-- --misses] [-- --file NAMES of fixtures/cases | --letters]
// The table of deadlines, each beside its provision: npm run eval -- deadlines
import { createAnalyze, preparePacks } from '../../src/analyze.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { evalCases } from '../eval/eval-cases.ts';
import { evalDeadlines } from '../eval/eval-deadlines.ts';
import { evalLetters } from '../eval/eval-letters.ts';
import { readLabels } from '../eval/labelled-case.ts';
import { makeApp } from '../support/make-app.ts';

const args = process.argv.slice(2);
const files = args.includes('--file') ? (args[args.indexOf('--file') + 1] ?? '').split(',') : ['dev', 'held-out'];

function printDeadlines(): void {
  const { lines, wrong } = evalDeadlines();
  console.log(lines.join('\n'));
  // Not process.exit: it would cut the table short where it goes into a pipe.
  process.exitCode = wrong === 0 ? 0 : 1;
}

function printSentences(): void {
  const labels = readLabels('fixtures/cases/labels.json');
  const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
  for (const file of files) {
    // Nobody may read the sentences of the held-out set while writing rules.
    const tell = args.includes('--misses') && file !== 'held-out';
    for (const line of evalCases(file, analyze, labels, tell)) console.log(line);
  }
}

async function printLetters(): Promise<void> {
  const app = makeApp();
  for (const line of await evalLetters(app)) console.log(line);
  await app.reader.close();
}

if (args.includes('deadlines')) printDeadlines();
else {
  if (!args.includes('--letters')) printSentences();
  if (!args.includes('--file')) await printLetters();
}
