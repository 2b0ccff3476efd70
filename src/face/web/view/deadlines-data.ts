import { findBatch, lettersOfBatch } from '../../../job/accept-batch.ts';
import type { Tools } from '../../../job/tools.ts';
import type { Localized } from '../../../model/locale.ts';
import type { DeadlineEntry, DeadlinesData } from './page-data.ts';

/** Days on one page: who has more works with the file. */
const mostShown = 1000;

/** The nearest deadline of every letter of a batch, the soonest first. Throws not-found. */
export async function deadlinesData(tools: Tools, owner: string, id: string): Promise<DeadlinesData> {
  const { batch } = await findBatch(tools, owner, id);
  const named = tools.packs.flatMap(({ kinds, routes }) => [...kinds, ...routes]);
  const names: ReadonlyMap<string, Localized> = new Map(named.map((one) => [one.id, one.title]));
  const all: DeadlineEntry[] = [];
  for await (const { id: letter, name, found } of lettersOfBatch(tools, owner, id)) {
    if (found?.deadline === undefined) continue;
    const { kind, deadline, deadlineFor = '' } = found;
    const what = names.get(deadlineFor);
    all.push({
      on: deadline,
      letter,
      name,
      kind: names.get(kind) ?? { en: kind, fr: kind },
      ...(what === undefined ? {} : { what }),
    });
  }
  const deadlines = all.toSorted((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name));
  return {
    view: 'deadlines',
    id,
    name: batch.name,
    created: batch.created,
    today: tools.clock.today(),
    deadlines: deadlines.slice(0, mostShown),
    rest: Math.max(0, deadlines.length - mostShown),
  };
}
