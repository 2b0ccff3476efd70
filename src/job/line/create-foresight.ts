/** Letters that a process takes in advance at most: so many are read again when it is killed. */
const most = 16;
/** No more than can be read in this time: others may have nothing to do. */
const milliseconds = 250;

/** How many letters to take in advance: many when they are quick, none when they are not. */
export type Foresight = {
  /** Milliseconds that a letter took. */
  note(took: number): void;
  count(): number;
};

export function createForesight(): Foresight {
  let usual: number | undefined;
  return {
    note: (took) => {
      // One that is slow counts at once, one that is quick little by little.
      usual = usual === undefined || took > usual ? took : 0.8 * usual + 0.2 * took;
    },
    count: () => (usual === undefined ? 0 : Math.min(most, Math.floor(milliseconds / Math.max(1, usual)))),
  };
}
