import type { FailureCode } from '../model/failure.ts';

/** One answered request. `route` and `room` come from the program's own tables, never from what was asked. */
export type MeasuredRequest = {
  readonly route: string;
  readonly room: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
};

/** Counts what the service does, for whoever watches it. Nothing in it tells one letter or person from another. */
export interface Meter {
  countRequest(request: MeasuredRequest): void;
  countLetter(state: 'done' | 'failed', code?: FailureCode): void;
  /** The state of now, in the text form of Prometheus. */
  read(): Promise<{ readonly mediaType: string; readonly text: string }>;
}
