/** Everything that can stop the work on purpose. Each face has a table from these to its own terms. */
export const failureCodes = [
  'request-invalid',
  'unauthorized',
  'forbidden',
  'not-found',
  'not-done',
  'file-too-large',
  'file-type-unsupported',
  'file-unreadable',
  'file-encrypted',
  'too-many-pages',
  'timed-out',
  'too-many-requests',
  'busy',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * The only error thrown on purpose. `message` says what is wrong, then what to do; it never holds letter text.
 * `facts` are numbers and names that a face may show (limits, a retry time in seconds).
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: FailureCode,
    message: string,
    options: { readonly cause?: unknown; readonly facts?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.facts = options.facts ?? {};
  }
}

/** Whether it is the program that failed, not the letter: then nothing may be said of the letter's pages. */
export const isOurFault = (error: unknown): boolean => error instanceof Failure && error.code === 'internal';
