import type { Request, Response } from 'express';
import type { Source } from '../../../seam/reader.ts';

type Received = { readonly files: readonly Source[]; readonly fields: Readonly<Record<string, string>> };

export type PagesOptions = {
  /** Where the client's built files lie. */
  readonly clientFolder?: string;
  readonly megabytes: number;
  readonly retentionDays: number;
  readonly originalDays: number;
  /** Receives a letter's files and answers. */
  readonly receive: (request: Request, response: Response) => Promise<Received>;
  /** Receives many letters and gives the id of their batch, or adds them to a batch. */
  readonly receiveBatch: (request: Request, response: Response) => Promise<string>;
  readonly ownerOf: (response: Response) => string;
};
