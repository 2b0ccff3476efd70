import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Emscripten = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts'];

/** Node's file system, with the one call that PGlite's own leaves out: without it, a power cut loses what was kept. */
class SyncedFiles extends NodeFS {
  /** Files synced so far. */
  syncs = 0;

  override async init(pglite: PGlite, options: Emscripten): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const hook = (module: { NODEFS?: { stream_ops: object } }): void => {
      const operations = module.NODEFS?.stream_ops ?? {};
      Reflect.set(operations, 'fsync', (stream: { readonly nfd: number }): number => {
        fsyncSync(stream.nfd);
        this.syncs += 1;
        return 0;
      });
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] } };
  }
}

const settings = ['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=16MB', 'max_wal_size=64MB', 'jit=off'];

/**
 * Opens the PostgreSQL that is compiled to WebAssembly on a folder, which must be this process's alone. Throws when a
 * commit does not reach the disk: an update of PGlite may have moved what the sync hangs on.
 */
export async function openPglite(folder: string): Promise<PGlite> {
  const fs = new SyncedFiles(folder);
  const startParams = [
    // -F would switch syncing off.
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const pglite = await PGlite.create({ fs, startParams });
  const before = fs.syncs;
  await pglite.query(`select pg_logical_emit_message(true, 'refusals', 'is this kept?')`);
  if (fs.syncs === before) {
    await pglite.close();
    throw new Error(
      'what is written does not reach the disk with this version of PGlite. Use the version of the lockfile.',
    );
  }
  return pglite;
}
