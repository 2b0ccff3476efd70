import type { Document } from '../model/document.ts';

/** A letter as it came. `name` is only shown; the type is found in the bytes. */
export type Source = { readonly name: string; readonly bytes: Uint8Array; readonly password?: string };

/** Turns a letter's file into words with places. */
export interface Reader {
  /**
   * Throws a Failure: file-unreadable, file-encrypted, file-type-unsupported, file-too-large, too-many-pages, timed-out.
   * When the signal is aborted it rejects with the signal's reason.
   */
  read(
    source: Source,
    signal: AbortSignal,
    progress?: (pagesDone: number, pagesTotal: number) => void,
  ): Promise<Document>;

  /** Ends what the reader holds. Letters still being read are rejected. */
  close(): Promise<void>;
}
