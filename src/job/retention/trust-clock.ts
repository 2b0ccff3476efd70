import { z } from 'zod';
import type { Tools } from '../tools.ts';

/** The folder among the letters' files in which the sweeper remembers. No letter has such an id. */
export const sweeperFolder = 'sweeper';
const seenKey = `${sweeperFolder}/clock.json`;

const hour = 3_600_000;
const day = 24 * hour;
/** A service that was off for longer than this can't tell its absence from a clock that is wrong. */
const longestAway = 7 * day;

/** The wall clock at the last sweep, and since when it isn't believed. */
const seenSchema = z.object({ wall: z.number(), doubtSince: z.number().optional() });
type Seen = z.infer<typeof seenSchema>;

async function readSeen({ files }: Pick<Tools, 'files'>): Promise<Seen | undefined> {
  const bytes = await files.get(seenKey);
  if (bytes === undefined) return undefined;
  const parsed = seenSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}

/** What is to be remembered at `now`: a jump begins a doubt, and a day without another one ends it. */
function look(before: Seen | undefined, now: number): Seen {
  if (before === undefined) return { wall: now, doubtSince: now };
  const away = now - before.wall;
  if (away < -hour || away > longestAway) return { wall: now, doubtSince: now };
  const { doubtSince } = before;
  return doubtSince === undefined || now - doubtSince >= day ? { wall: now } : { wall: now, doubtSince };
}

/**
 * Says whether letters may be deleted for their age by the clock of now. It remembers over restarts: a clock that jumped,
 * forwards or backwards, has to go on for a day before it is believed. Within one process an hour is a jump for one sweep.
 */
export function createClockTrust(tools: Pick<Tools, 'files' | 'clock'>): () => Promise<boolean> {
  const read = () => ({ wall: tools.clock.now().getTime(), elapsed: tools.clock.elapsed() });
  let last = read();
  return async () => {
    const now = read();
    const drift = Math.abs(now.wall - last.wall - (now.elapsed - last.elapsed));
    last = now;
    const seen = look(await readSeen(tools), now.wall);
    await tools.files.put(seenKey, Buffer.from(JSON.stringify(seen)));
    return drift <= hour && seen.doubtSince === undefined;
  };
}
