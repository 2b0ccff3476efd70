import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planFixtures } from '../../fixtures/make/plan-fixtures.ts';

/** Writes the fixture files anew. Words on the command line choose: only files whose path holds one of them. */
const wanted = process.argv.slice(2);
const root = 'fixtures';

for (const { path, make } of planFixtures(join(root, 'make'))) {
  if (wanted.length > 0 && !wanted.some((word) => path.includes(word))) continue;
  const target = join(root, path);
  const bytes = await make();
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  process.stdout.write(`${target} ${bytes.length}\n`);
}
