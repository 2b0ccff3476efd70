/** How large an archive may be, packed and unpacked. Sizes in bytes. */
export type ZipLimits = {
  readonly entries: number;
  readonly entryBytes: number;
  readonly allBytes: number;
  /** How many times smaller an entry may be packed, once it is larger than a megabyte. */
  readonly ratio: number;
};

export const letterZipLimits: ZipLimits = {
  entries: 200,
  entryBytes: 20 * 1024 * 1024,
  allBytes: 500 * 1024 * 1024,
  ratio: 100,
};

/**
 * A batch may be a whole cabinet of letters, ten thousand of them in one file, so its archive may hold as many. Each is
 * unpacked alone, kept and forgotten before the next few, in a process that may die; what an entry may be is no larger.
 */
export const batchZipLimits: ZipLimits = { ...letterZipLimits, entries: 10_000, allBytes: 1024 * 1024 * 1024 };

/** A Word file is an archive too, with larger parts packed tighter. */
export const wordZipLimits: ZipLimits = {
  entries: 2000,
  entryBytes: 10 * 1024 * 1024,
  allBytes: 50 * 1024 * 1024,
  ratio: 400,
};
