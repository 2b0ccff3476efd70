/** Things handed from one side to the other, one at a time: whoever puts one waits until it has been taken. */
export type HandOver<T> = {
  readonly put: (item: T) => Promise<void>;
  /** Nothing more comes. */
  readonly end: () => void;
  readonly items: () => AsyncGenerator<T>;
};

export function createHandOver<T>(): HandOver<T> {
  const waiting: { readonly item: T; readonly taken: () => void }[] = [];
  let ended = false;
  let wake = (): void => undefined;
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    put: (item) =>
      new Promise((taken) => {
        waiting.push({ item, taken });
        wake();
      }),
    end() {
      ended = true;
      wake();
    },
    async *items() {
      while (!ended || waiting.length > 0) {
        const next = waiting.shift();
        if (next === undefined) {
          await change();
          continue;
        }
        yield next.item;
        next.taken();
      }
    },
  };
}
