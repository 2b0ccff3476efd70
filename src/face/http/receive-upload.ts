import { mkdirSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { Request, Response } from 'express';
import multer from 'multer';
import { Failure } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';
import { failureOfError } from './failure-of-error.ts';

type UploadedFile = { readonly name: string; readonly read: () => Promise<Source> };

export type Upload = { readonly files: readonly UploadedFile[]; readonly fields: Readonly<Record<string, string>> };

export type UploadLimits = {
  readonly folder: string;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Of all files of one upload together. */
  readonly maxBytes: number;
  /** Bytes of the longest text field. */
  readonly maxFieldBytes: number;
  /** Uploads under way at one time in this process. */
  readonly atOnce: number;
};

/** Gives what `use` makes of an upload; its files are there only until then. */
export type ReceiveUpload = <T>(
  request: Request,
  response: Response,
  use: (upload: Upload) => Promise<T>,
) => Promise<T>;

/** Room for the parts' headers and the text fields. */
const overheadBytes = 262_144;

function multerOf(limits: UploadLimits) {
  return multer({
    storage: multer.diskStorage({ destination: limits.folder }),
    defParamCharset: 'utf8',
    limits: {
      fileSize: limits.maxFileBytes,
      files: limits.maxFiles,
      fields: 16,
      parts: limits.maxFiles + 16,
      fieldNameSize: 64,
      fieldSize: limits.maxFieldBytes,
      headerPairs: 20,
      fieldNestingDepth: 1,
      fieldArrayIndexLimit: 4,
    },
  }).any();
}

function checkBeforeReading(request: Request, limits: UploadLimits, underWay: number): void {
  if (!request.is('multipart/form-data')) {
    throw new Failure('request-invalid', 'Send the letter as multipart/form-data with a file named "letter".');
  }
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > limits.maxBytes + overheadBytes) {
    const megabytes = Math.floor(limits.maxBytes / 1_048_576);
    throw new Failure('file-too-large', `The upload is larger than ${megabytes} MB. Send less at a time.`);
  }
  if (underWay >= limits.atOnce) {
    throw new Failure('too-many-requests', 'Too many uploads are under way. Send it again in a second.');
  }
}

/** The uploaded files with empty file fields left out: browsers send one for a field that nobody filled. */
const chosen = (files: readonly Express.Multer.File[]): readonly UploadedFile[] =>
  files
    .filter(({ originalname, size }) => originalname !== '' || size > 0)
    .map(({ originalname: name, path }) => ({ name, read: async () => ({ name, bytes: await readFile(path) }) }));

const textFields = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(body ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );

/** Tells who asked before sending (`Expect: 100-continue`) to send. */
export function goOn(request: Request, response: Response): void {
  if (request.headers.expect !== undefined) response.writeContinue();
}

/**
 * Receives uploads through a folder of their own. Throws a Failure before the body is read when it can't be taken, and
 * leaves no file in the folder whatever happens.
 */
export function createReceiveUpload(limits: UploadLimits): ReceiveUpload {
  mkdirSync(limits.folder, { recursive: true, mode: 0o700 });
  const receive = multerOf(limits);
  let underWay = 0;

  return async (request, response, use) => {
    checkBeforeReading(request, limits, underWay);
    underWay += 1;
    goOn(request, response);
    try {
      await new Promise<void>((resolve, reject) => {
        void receive(request, response, (error: unknown) =>
          error === undefined ? resolve() : reject(failureOfError(error)),
        );
      });
      return await use({ files: chosen(filesOf(request)), fields: textFields(request.body) });
    } finally {
      underWay -= 1;
      await removeAll(filesOf(request));
    }
  };
}

const filesOf = (request: Request): readonly Express.Multer.File[] =>
  Array.isArray(request.files) ? request.files : [];

/** After a broken upload multer has removed some files itself and left their entries without a path. */
async function removeAll(files: readonly Partial<Express.Multer.File>[]): Promise<void> {
  const paths = files.flatMap(({ path }) => (path === undefined ? [] : [path]));
  await Promise.all(paths.map((path) => rm(path, { force: true })));
}

/** All files of an upload in memory, with its fields. */
export const readAll = async ({ files, fields }: Upload) => ({
  files: await Promise.all(files.map((file) => file.read())),
  fields,
});
