// How well the rules recognise grounds: npm run eval [-- --misses] [-- --file NAMES of fixtures/cases | --letters]
import { createAnalyze } from '../../src/analyze.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { evalCases } from '../eval/eval-cases.ts';
import { evalLetters } from '../eval/eval-letters.ts';
import { readLabels } from '../eval/labelled-case.ts';
import { makeApp } from '../support/make-app.ts';

const args = process.argv.slice(2);
const files = args.includes('--file') ? (args[args.indexOf('--file') + 1] ?? '').split(',') : ['dev', 'held-out'];
const labels = readLabels('fixtures/cases/labels.json');

if (!args.includes('--letters')) {
  const analyze = createAnalyze(loadPacks('patterns', 'dist/packs.json'));
  for (const file of files) {
    // Nobody may read the sentences of the held-out set while writing rules.
    const tell = args.includes('--misses') && file !== 'held-out';
    for (const line of evalCases(file, analyze, labels, tell)) console.log(line);
  }
}
if (!args.includes('--file')) {
  const app = makeApp();
  for (const line of await evalLetters(app)) console.log(line);
  await app.reader.close();
}
