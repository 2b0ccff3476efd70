/**
 * Makes a thing when it is first asked for, and gives the same from then on: what is slow to make is often not needed.
 * A promise that was rejected stays what was made.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
