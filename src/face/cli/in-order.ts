/**
 * Works on several items at a time and hands out each result in the items' own order, as soon as all before it are out.
 */
export async function inOrder<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
  emit: (result: R) => void,
): Promise<void> {
  const results = new Map<number, R>();
  let next = 0;
  let out = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      const item = items[at];
      if (item === undefined) return;
      results.set(at, await work(item));
      for (let ready = results.get(out); ready !== undefined; ready = results.get(out)) {
        results.delete(out);
        out += 1;
        emit(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, run));
}
