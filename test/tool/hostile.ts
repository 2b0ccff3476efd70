// What becomes of every hostile file, and what it costs: npm run hostile [-- WORDS that a file's name holds]
import { readdirSync, rmSync } from 'node:fs';
import { expectedOutcomes } from '../../fixtures/make/hostile/expected.ts';
import { planHostile } from '../../fixtures/make/hostile/plan-hostile.ts';
import { childrenPeak, familySeconds, networkSockets, ownChildren } from '../support/child-processes.ts';
import { type Became, readHostile } from '../support/read-hostile.ts';
import { openTestPool } from '../support/test-pool.ts';
import { makeWatchedReader, watchedFiles } from '../support/watched-reader.ts';

const wanted = process.argv.slice(2);
const { childScript, ground, temp } = makeWatchedReader();
let wrong = 0;
let sockets = 0;

/** Reads one file with a child of its own, so that the memory is this file's alone. */
async function runOne(name: string, bytes: Uint8Array): Promise<void> {
  const pool = openTestPool({ childScript });
  const start = familySeconds();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, childrenPeak());
    sockets = Math.max(sockets, networkSockets());
  }, 20);
  const became = await readHostile(bytes, pool);
  peak = Math.max(peak, childrenPeak());
  clearInterval(timer);
  const seconds = familySeconds() - start;
  await pool.close();
  const right = matches(name, became);
  if (!right) wrong += 1;
  const cost = `${seconds.toFixed(2).padStart(6)} s CPU ${peak.toFixed(0).padStart(5)} MB`;
  console.log(
    `${name.padEnd(28)} ${String(bytes.length).padStart(9)} bytes ${cost}  ${tell(became)}${right ? '' : '  NOT AS EXPECTED'}`,
  );
}

function tell(became: Became): string {
  if ('refused' in became) return `refused: ${became.refused}`;
  return `read: ${became.pages} pages, ${became.text.length} characters${became.notes.length > 0 ? `, ${became.notes.join(', ')}` : ''}`;
}

function matches(name: string, became: Became): boolean {
  const expected = expectedOutcomes[name];
  if (expected === undefined) return false;
  if ('refused' in expected) return 'refused' in became && became.refused === expected.refused;
  if ('refused' in became) return false;
  const { notes, says = '', lacks } = expected;
  const rightText = became.text.includes(says) && (lacks === undefined || !became.text.includes(lacks));
  return rightText && became.notes.join() === notes.join();
}

for (const [name, make] of Object.entries(planHostile('fixtures/make'))) {
  if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await runOne(name, await make());
}
// A process that was killed is gone a moment later.
await new Promise((resolve) => setTimeout(resolve, 500));
const left = [
  ...readdirSync(temp),
  ...readdirSync(ground).filter((name) => !watchedFiles.some((known) => known === name)),
];
rmSync(ground, { recursive: true });
const children = ownChildren().length;
console.log(
  `${wrong} not as expected; children left: ${children}; files left: ${left.length}; network sockets: ${sockets}`,
);
process.exitCode = wrong + children + left.length + sockets === 0 ? 0 : 1;
