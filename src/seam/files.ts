export type StoredFile = { readonly key: string; readonly bytes: number; readonly changed: Date };

/**
 * The bytes that belong to letters: originals, read documents, reports, pictures.
 * A key is `<letter id>/<name>`, made by the program; names that people gave never become keys.
 */
export interface Files {
  /** Durable when it returns: a crash leaves the whole file or none. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Removes everything under `folder`, which may be gone already. */
  remove(folder: string): Promise<void>;
  list(): Promise<readonly StoredFile[]>;
}
