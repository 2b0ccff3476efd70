import type { Request, RequestHandler, Response } from 'express';
import { Failure } from '../../model/failure.ts';
import type { Clock } from '../../seam/clock.ts';
import { callerOf } from './caller.ts';
import { createTokenBuckets } from './token-buckets.ts';

/** Of one key, or of one address where no key is asked for. */
const uploadRate = { burst: 20, perMinute: 60 };
const readRate = { burst: 600, perMinute: 600 };
/** Uploads of one key under way at one time. */
const uploadsAtOnce = 4;

const isUpload = (request: Request): boolean => request.method === 'POST' && Boolean(request.is('multipart/form-data'));

const nameOf = (request: Request, response: Response): string =>
  callerOf(response)?.key ?? `address ${request.ip ?? ''}`;

/** Throws too-many-requests with the seconds to wait. */
export function refuse(seconds: number, message: string): never {
  throw new Failure('too-many-requests', message, { facts: { retryAfter: seconds } });
}

/** Uploads under way by name. `begin` says whether there was room. */
function countUploads() {
  const underWay = new Map<string, number>();
  return {
    begin: (name: string): boolean => {
      const now = underWay.get(name) ?? 0;
      if (now < uploadsAtOnce) underWay.set(name, now + 1);
      return now < uploadsAtOnce;
    },
    end: (name: string): void => {
      const left = (underWay.get(name) ?? 1) - 1;
      if (left > 0) underWay.set(name, left);
      else underWay.delete(name);
    },
  };
}

/** Keeps one key or address from taking the service away from the others, before the body of a request is read. */
export function limitRequests(clock: Clock): RequestHandler {
  const uploads = createTokenBuckets(clock, uploadRate);
  const reads = createTokenBuckets(clock, readRate);
  const underWay = countUploads();

  return (request, response, next) => {
    const name = nameOf(request, response);
    const upload = isUpload(request);
    const wait = (upload ? uploads : reads)(name);
    if (wait > 0) {
      const { perMinute } = upload ? uploadRate : readRate;
      refuse(wait, `More than ${perMinute} ${upload ? 'uploads' : 'requests'} a minute are too many. Send it later.`);
    }
    if (upload) {
      if (!underWay.begin(name)) {
        refuse(1, `Only ${uploadsAtOnce} uploads may be under way at one time. Send this one when another is done.`);
      }
      response.on('close', () => underWay.end(name));
    }
    next();
  };
}
