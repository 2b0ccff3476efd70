import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { FailureCode } from '../../model/failure.ts';
import type { Scope } from '../../seam/key-store.ts';

/** What an answer holds: JSON of a schema, or another media type. */
export type Answer = {
  readonly description: string;
  readonly json?: z.ZodType | { readonly component: string };
  readonly other?: readonly string[];
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly example?: string;
};

export const operationTags = {
  letters: 'One letter: upload, report, answers, pictures, deletion',
  batches: 'Many letters at once, their progress and results',
  patterns: 'What the service knows: grounds, documents, routes and laws of a country',
  keys: 'Keys of the API, where the service asks for them',
  service: 'The service itself: its description, health and metrics',
} as const;

type OperationTag = keyof typeof operationTags;

/** One call of the API as it is documented and as it is routed: both come from here, so they can't differ. */
export type Operation = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly tag: OperationTag;
  /** A key needs one of these. With none, anybody may call: nothing of letters is told. */
  readonly scopes: readonly Scope[];
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: {
    readonly mediaType: string;
    readonly schema: z.ZodType;
    readonly description: string;
    /** A body that the call takes. */
    readonly example?: object;
  };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes of problems that the call may answer with, beside those that every call may. */
  readonly problems?: readonly FailureCode[];
};

export type Handler = (request: Request, response: Response) => Promise<void> | void;
