import type { RequestHandler } from 'express';
import { Failure } from '../../model/failure.ts';

const names = ['api_key', 'apikey', 'key', 'token', 'access_token'] as const;

/** An address ends up in logs and histories: a key that is sent in one is refused, so that nobody gets used to it. */
export const refuseKeysInAddress: RequestHandler = (request, _response, next) => {
  if (names.some((name) => Object.hasOwn(request.query, name))) {
    throw new Failure('request-invalid', 'A key must not stand in the address. Send it in the Authorization header.');
  }
  next();
};
