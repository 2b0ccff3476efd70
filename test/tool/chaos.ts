// What a service under load keeps when it is harmed: npm run chaos [-- NAME ...] [--kills COUNT] [--workers COUNT] [--seconds OF A LOAD]; for CI: --kills 5 --workers 5
import { parseArgs } from 'node:util';
import { hasPostgres, withPostgres } from '../support/throw-away-postgres.ts';
import { breakModel } from './chaos/broken-model.ts';
import { floodBeside, loadSteadily, overload } from './chaos/loads.ts';
import { fillUp, killReaders, killService, killWorkers, restartService, stopDatabase } from './chaos/scenarios.ts';
import type { ChaosResult } from './chaos/stage.ts';
import { faultsOf, tellResult } from './chaos/tell-result.ts';
import { timeRetake } from './chaos/time-retake.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '100' },
    workers: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
  },
});
const kills = Number(values.kills);
const workerKills = Number(values.workers);
const seconds = kills < 20 ? 5 : 30;

const loadSeconds = Number(values.seconds);

type Scenario = { readonly what: string; readonly server: boolean; readonly run: () => Promise<ChaosResult> };

const scenarios: Readonly<Record<string, Scenario>> = {
  service: {
    what: 'service killed, embedded store',
    server: false,
    run: () => killService(kills, 'embedded'),
  },
  'service-server': { what: 'service killed, PostgreSQL', server: true, run: () => killService(kills, 'server') },
  workers: { what: 'one of four workers killed, PostgreSQL', server: true, run: () => killWorkers(workerKills) },
  readers: { what: 'processes that open letters killed', server: false, run: () => killReaders(2 * kills) },
  restarts: {
    what: 'service asked to end, embedded store',
    server: false,
    run: () => restartService(Math.ceil(kills / 5), 'embedded'),
  },
  'restarts-server': {
    what: 'service asked to end, PostgreSQL',
    server: true,
    run: () => restartService(Math.ceil(kills / 5), 'server'),
  },
  database: { what: 'database away', server: true, run: () => stopDatabase(seconds) },
  disk: { what: 'disk full, embedded store', server: false, run: () => fillUp(seconds / 3, 'embedded') },
  load: { what: 'steady load', server: false, run: () => loadSteadily(loadSeconds) },
  overload: { what: 'more than can be read, a tenth hostile', server: false, run: () => overload(loadSeconds) },
  model: { what: 'OCR model damaged', server: false, run: () => breakModel() },
  neighbour: { what: 'flood of one owner beside another', server: false, run: () => floodBeside(loadSeconds) },
  'disk-server': { what: 'disk full, PostgreSQL elsewhere', server: true, run: () => fillUp(seconds / 3, 'server') },
};

/** How soon the letter of a dead worker is taken again, with a short lease and with the usual one. */
async function tellRetakes(): Promise<void> {
  const short = await timeRetake(2);
  const usual = await timeRetake(undefined);
  console.log(`worker killed mid-letter: taken again after ${short.toFixed(1)} s with a lease of 2 s (goal 5)`);
  console.log(`worker killed mid-letter: taken again after ${usual.toFixed(1)} s by default settings (goal 40)`);
  if (short > 5 || usual > 40) process.exitCode = 1;
}

const names = [...Object.keys(scenarios), 'retake'];
for (const name of positionals.length === 0 ? names : positionals) {
  const scenario = scenarios[name];
  if (scenario === undefined && name !== 'retake') throw new RangeError(`choose from ${names.join(', ')}`);
  if ((scenario === undefined || scenario.server) && !hasPostgres()) {
    console.log(`${name}: ${withPostgres}`);
    continue;
  }
  if (scenario === undefined) await tellRetakes();
  else {
    const begun = performance.now();
    const result = await scenario.run();
    const took = Math.round((performance.now() - begun) / 1000);
    console.log(`${scenario.what}: ${tellResult(result)} (${took} s)`);
    if (faultsOf(result) > 0) process.exitCode = 1;
  }
}
