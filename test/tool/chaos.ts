// What a service under load keeps when it is killed: npm run chaos [-- --service KILLS] [--workers KILLS]
import { hasPostgres, withPostgres } from '../support/throw-away-postgres.ts';
import { type ChaosResult, faultsOf, killService, killWorkers, tellResult } from './chaos/run-chaos.ts';

const readyGoal = 3000;
const args = process.argv.slice(2);
const countOf = (name: string, usual: number): number =>
  args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual;

function tell(what: string, result: ChaosResult): void {
  console.log(`${what}: ${tellResult(result)}`);
  if (faultsOf(result) > 0 || result.slowestStart > readyGoal) process.exitCode = 1;
}

const [service, workers] = [countOf('--service', 100), countOf('--workers', 50)];
if (service > 0) tell('service killed, embedded store', await killService(service));
if (workers > 0 && hasPostgres()) tell('workers killed, PostgreSQL', await killWorkers(workers));
else if (workers > 0) console.log(withPostgres);
