import { Failure, type FailureCode } from '../../model/failure.ts';

export type Problem = { readonly code: FailureCode; readonly detail: string };

/** What went wrong with one letter, for its place in the output. Anything that isn't a Failure is a defect of ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return { code: error.code, detail: error.message };
  return {
    code: 'internal',
    detail: 'Something went wrong in the analyzer itself. Please report it with the command you ran.',
  };
}
