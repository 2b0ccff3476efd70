import type { Response } from 'express';

/** Who owns the letters when nobody has to say who they are. */
export const localOwner = 'local';

/** Whose letters the request is about. Every question to a store takes it. */
export const ownerOf = (response: Response): string => String(response.locals['owner']);
