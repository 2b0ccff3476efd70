import type { LetterRecord } from '../seam/store.ts';
import type { Tools } from './tools.ts';

/** All letters of an owner, or of one of their batches, a page at a time, in the order in which they came. */
export async function* lettersOf(
  { letters }: Pick<Tools, 'letters'>,
  owner: string,
  batch?: string,
): AsyncGenerator<LetterRecord> {
  let after: string | undefined;
  do {
    const page = await letters.list(owner, {
      limit: 500,
      ...(batch === undefined ? {} : { batch }),
      ...(after === undefined ? {} : { after }),
    });
    yield* page.letters;
    after = page.next;
  } while (after !== undefined);
}
