import type { Day } from '../model/letter.ts';

/** Time as the product sees it, so that a test can stand still or jump. */
export interface Clock {
  now(): Date;
  /** The calendar day of the machine's own time zone: deadlines are counted from it. */
  today(): Day;
  /** Milliseconds that never run backwards, for durations. */
  elapsed(): number;
}
