import type { Files } from '../../seam/files.ts';

/** Files that can also be made by one process alone, when several begin at once. */
export type KeptFiles = Files & {
  /** False when the file is there already: it stays as it is. */
  readonly putNew: (key: string, bytes: Uint8Array) => Promise<boolean>;
};
