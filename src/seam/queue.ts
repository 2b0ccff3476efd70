import type { FailureCode } from '../model/failure.ts';
import type { Found, LetterRecord } from './store.ts';

/** A letter that one worker holds for now. The token proves it: whoever lost it can't finish the letter. */
export type Lease = {
  readonly token: string;
  readonly letter: LetterRecord;
  /** Reading it ended the program twice before: nothing else should be under way meanwhile. */
  readonly alone?: boolean;
};

/**
 * What a process has room for: nothing is under way in it (`empty`), something is (`shared`), or only single uploads are
 * wanted, for a place that is kept for them (`express`): of owners none of whose single uploads is being read.
 */
export type Room = 'empty' | 'shared' | 'express';

export type LetterProblem = { readonly code: FailureCode; readonly detail: string };

/** Seconds after which a letter whose reader says nothing is somebody else's, where no setting says otherwise. */
export const usualLeaseSeconds = 30;

export type JobEnd =
  | { readonly state: 'done'; readonly found: Found; readonly pages: number }
  | { readonly state: 'failed'; readonly problem: LetterProblem };

/**
 * Letters that wait to be read. Single uploads come before batches, owners take turns, and of one owner the first to
 * come is first.
 */
export interface Queue {
  /**
   * Takes up to `limit` letters for a room, usually `shared`; one that must be read alone only by itself and for an
   * empty one. Of them `atOnce` are begun at once, the others are taken in advance. None is while a letter waits that
   * saw its reader die, so that it does not drag others along when it is to blame; nor while a single upload waits, which
   * would stand in advance behind letters that take long, or see those of batches go first.
   */
  claim(limit: number, room?: Room, atOnce?: number): Promise<readonly Lease[]>;
  /** Says that the work goes on. Gives the tokens that are still good. */
  extend(tokens: readonly string[]): Promise<readonly string[]>;
  /** Ends the job and sets the letter's state in one step. False when the lease was lost: nothing was changed. */
  complete(token: string, end: JobEnd): Promise<boolean>;
  /** Gives the letter back, to be taken again after `waitSeconds`. */
  release(token: string, waitSeconds: number): Promise<void>;
  /** Gives letters back that were taken in advance and not begun: as if they had never been taken. */
  giveBack(tokens: readonly string[]): Promise<void>;
  /** Ends a failed letter that was read outside the line. False when it isn't a failed one: nothing was changed. */
  settle(owner: string, id: string, end: JobEnd): Promise<boolean>;
  /**
   * Ends every letter of a batch that waits and that nobody reads, as failed with this problem, in one step. Gives how
   * many there were.
   */
  cancel(owner: string, batch: string, problem: LetterProblem): Promise<number>;
  /** How many wait and how many are being read, of all owners together. */
  count(): Promise<{ readonly waiting: number; readonly reading: number }>;
  /** Puts a failed letter in line again. False when it isn't a failed one. */
  retry(owner: string, id: string): Promise<boolean>;
}
