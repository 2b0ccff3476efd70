import type { Day, PrintedDeadline } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';

/** What routes are decided on. Absent means not known. Grounds and routes are named without the country. */
export type CaseFacts = {
  readonly today: Day;
  readonly kind: string;
  readonly application: string;
  readonly consequences: ReadonlySet<string>;
  readonly grounds: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** How many found grounds are reasons that each stand alone. */
  readonly factors: number;
  /** Routes that found grounds name. */
  readonly suggested: ReadonlySet<string>;
  readonly stop: boolean;
  readonly printed: readonly PrintedDeadline[];
  readonly issued?: Day;
  readonly notified?: Day;
  readonly decided?: 'inside' | 'outside';
  readonly place?: 'inside' | 'outside';
  /** Said when the place was taken from the kind of letter. */
  readonly placeSays?: Localized;
  readonly statusExpires?: Day;
  readonly appliedBeforeExpiry?: boolean;
  readonly workedSince?: boolean;
  readonly removalOrder?: boolean;
  readonly breachEnded?: Day;
};
