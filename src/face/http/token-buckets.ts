import type { Clock } from '../../seam/clock.ts';

export type BucketRate = { readonly burst: number; readonly perMinute: number };

/** Takes one token of a name's bucket. Gives 0, or the whole seconds until there is one again. */
export type TakeToken = (name: string) => number;

/** Buckets that are full again are forgotten when there are more than this: many addresses must not fill the memory. */
const mostBuckets = 10_000;

/** A bucket for each name, full at first, that fills at a steady rate. */
export function createTokenBuckets(clock: Clock, { burst, perMinute }: BucketRate): TakeToken {
  const perMillisecond = perMinute / 60_000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  const levelOf = ({ tokens, at }: { tokens: number; at: number }, now: number): number =>
    Math.min(burst, tokens + (now - at) * perMillisecond);

  return (name) => {
    const now = clock.elapsed();
    if (buckets.size > mostBuckets) {
      for (const [key, bucket] of buckets) if (levelOf(bucket, now) >= burst) buckets.delete(key);
    }
    const known = buckets.get(name);
    const level = known === undefined ? burst : levelOf(known, now);
    const left = level >= 1 ? level - 1 : level;
    buckets.set(name, { tokens: left, at: now });
    return level >= 1 ? 0 : Math.max(1, Math.ceil(Math.round((1 - level) / perMillisecond) / 1000));
  };
}
