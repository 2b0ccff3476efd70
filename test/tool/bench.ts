// What reading and matching cost: npm run bench [-- match|letters|ocr|workers|memory|page|service ...] [--letters COUNT] [--rows COUNT] [--classes NAMES]
import { benchLetters } from '../bench/bench-letters.ts';
import { benchMatch } from '../bench/bench-match.ts';
import { benchMemory } from '../bench/bench-memory.ts';
import { benchOcr } from '../bench/bench-ocr.ts';
import { benchScreens } from '../bench/bench-screens.ts';
import { benchService } from '../bench/bench-service.ts';
import { benchWorkers } from '../bench/bench-workers.ts';

const args = process.argv.slice(2);
const countOf = (name: string): number | undefined =>
  args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;

const classes = args.includes('--classes') ? args[args.indexOf('--classes') + 1]?.split(',') : undefined;

type Part = (letters: number | undefined) => Iterable<string> | AsyncIterable<string>;

const parts: Readonly<Record<string, Part>> = {
  match: benchMatch,
  letters: benchLetters,
  ocr: (letters = 2) => benchOcr(letters, classes),
  workers: benchWorkers,
  memory: (letters = 300) => benchMemory(letters),
  page: benchScreens,
  service: (letters = 10_000) => benchService(letters, countOf('--rows') ?? 100_000),
};
const letters = countOf('--letters');
const chosen = args.filter((name) => name in parts);
for (const name of chosen.length === 0 ? Object.keys(parts) : chosen) {
  console.log(name);
  // Line by line: some parts take minutes.
  for await (const line of parts[name]?.(letters) ?? []) console.log(`  ${line}`);
}
