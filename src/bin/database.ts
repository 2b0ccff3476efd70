import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { makeCluster } from '../adapter/store/embedded/make-cluster.ts';
import { serveDatabase } from '../adapter/store/embedded/serve-database.ts';

// As a thread: the embedded database of a data folder. As a command, `create FOLDER`: an empty one.
if (!isMainThread && parentPort !== null) {
  await serveDatabase(parentPort, String(workerData.folder));
} else {
  // Whoever waits for it may be killed: then nobody wants it any more.
  process.on('disconnect', () => process.exit(1));
  const [command, folder] = process.argv.slice(2);
  if (command !== 'create' || folder === undefined) {
    process.stderr.write('database create FOLDER\n');
    process.exitCode = 2;
  } else {
    await makeCluster(folder);
    process.disconnect?.();
  }
}
