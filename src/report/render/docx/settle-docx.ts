import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A ZIP can't say an earlier day. */
const zipDay = new Date('1980-01-01T00:00:00');

/**
 * The library stamps the hour of writing and chance names into the file. Here they become the paper's own date and
 * running numbers, so that the same paper gives the same bytes.
 */
export function settleDocx(bytes: Uint8Array, made: string): Uint8Array {
  const names = new Map<string, string>();
  const settled = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (!/\.(xml|rels)$/.test(name)) return [name, content] as const;
    const text = strFromU8(content)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${made.slice(0, 19)}Z`)
      .replace(/\brId([\w-]{21})(?=")/g, (_, chance: string) => {
        const known = names.get(chance) ?? `rIdLink${names.size + 1}`;
        names.set(chance, known);
        return known;
      });
    return [name, strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(settled), { mtime: zipDay, level: 6 });
}
