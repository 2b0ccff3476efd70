import { Failure } from '../../../model/failure.ts';

type Asker<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export type GatherSettings<Item> = {
  /** Questions that go together at most. */
  readonly most: number;
  /** How long one waits for company at most. */
  readonly milliseconds: number;
  /** Whether those that wait needn't wait any longer now that this one has come. */
  readonly isEnough: (item: Item) => boolean;
};

/**
 * Gathers small questions that come close together and asks them as one, so that what a statement costs is paid once.
 * `ask` answers in the order of its questions. What a defect of one of them breaks is asked again one by one.
 */
export function gather<Item, Answer>(
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { most, milliseconds, isEnough }: GatherSettings<Item>,
): (item: Item) => Promise<Answer> {
  const waiting: Asker<Item, Answer>[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function askTogether(askers: readonly Asker<Item, Answer>[]): Promise<void> {
    try {
      const answers = await ask(askers.map(({ item }) => item));
      for (const [at, answer] of answers.entries()) askers[at]?.resolve(answer);
    } catch (error) {
      await askApart(askers, error);
    }
  }

  async function askApart(askers: readonly Asker<Item, Answer>[], error: unknown): Promise<void> {
    const passing = error instanceof Failure && error.code === 'busy';
    for (const asker of askers) {
      if (passing || askers.length === 1) asker.reject(error);
      else await askTogether([asker]);
    }
  }

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) void askTogether(waiting.splice(0, most));
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= most || isEnough(item)) send();
      else timer ??= setTimeout(send, milliseconds);
    });
}
