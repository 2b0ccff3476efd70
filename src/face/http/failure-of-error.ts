import { MulterError } from 'multer';
import { z } from 'zod';
import { Failure } from '../../model/failure.ts';

const uploadMistakes: Readonly<Record<string, string>> = {
  LIMIT_FILE_COUNT: 'Too many files were sent. Send one letter at a time.',
  LIMIT_UNEXPECTED_FILE: 'A file came under a name that is not known. Send the letter as the field "letter".',
  LIMIT_FIELD_VALUE: 'A field is too long. Shorten it.',
  LIMIT_FIELD_COUNT: 'Too many fields were sent. Send only the answers that /docs names.',
  LIMIT_PART_COUNT: 'Too many parts were sent. Send one letter and its answers.',
};

/** What the system says when there is no room to keep anything. */
const noRoom: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS']);

const httpErrorSchema = z.object({ status: z.number(), type: z.string().optional() });

/** What a library threw, in our terms; anything unknown is a defect of ours. */
export function failureOfError(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof MulterError) return failureOfUpload(error);
  if (error instanceof Error && 'code' in error && noRoom.has(error.code)) {
    return new Failure('busy', 'The disk of the service is full, so nothing more can be kept. Try again later.', {
      cause: error,
      facts: { retryAfter: 60 },
    });
  }
  const known = httpErrorSchema.safeParse(error);
  if (known.success && known.data.type === 'entity.too.large') {
    return new Failure('file-too-large', 'The body of the request is too large. Send less than 64 kB of JSON.', {
      cause: error,
    });
  }
  if (known.success && known.data.status >= 400 && known.data.status < 500) {
    return new Failure('request-invalid', 'The request can’t be understood. Check its address, headers and body.', {
      cause: error,
    });
  }
  if (error instanceof Error && /multipart|unexpected end of form|boundary|malformed part/i.test(error.message)) {
    return new Failure(
      'request-invalid',
      'The upload is broken or was cut off. Send it again as multipart/form-data.',
      { cause: error },
    );
  }
  return new Failure('internal', 'Something went wrong on our side. Try again.', { cause: error });
}

function failureOfUpload(error: MulterError): Failure {
  if (error.code === 'LIMIT_FILE_SIZE') {
    return new Failure('file-too-large', 'The file is larger than this service takes. Send a smaller one.', {
      cause: error,
    });
  }
  const detail =
    uploadMistakes[error.code] ?? 'The upload is not as it should be. Send one file as the field "letter".';
  return new Failure('request-invalid', detail, { cause: error });
}
