import type { Request, Response } from 'express';
import type { z } from 'zod';
import { makeKey } from '../../job/api-keys.ts';
import { checkExpiry, newKeySchema } from '../../job/key-requests.ts';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import type { KeyRecord } from '../../seam/key-store.ts';
import { callerOf } from './caller.ts';
import type { keyOperations, keySchema } from './key-operations.ts';
import type { Handler } from './operation.ts';
import { localOwner, ownerOf } from './owner.ts';

const keyView = ({ id, scopes, created, expires, lastUsed }: KeyRecord): z.infer<typeof keySchema> => ({
  id,
  scopes: [...scopes],
  created,
  expires,
  ...(lastUsed === undefined ? {} : { lastUsed }),
});

/** Whose keys. Throws not-found when the service asks nobody for a key. */
function keyOwner(response: Response): string {
  if (callerOf(response)?.key === localOwner)
    throw new Failure('not-found', 'The service runs without keys. Start it with AUTH=keys.');
  return ownerOf(response);
}

async function postKey(tools: Tools, request: Request, response: Response): Promise<void> {
  const owner = keyOwner(response);
  const asked = newKeySchema.safeParse(request.body);
  if (!asked.success) {
    const issue = asked.error.issues[0];
    throw new Failure(
      'request-invalid',
      `The key can't be made (${issue?.path.join('.') ?? ''}): ${issue?.message ?? 'unknown'}. See /docs.`,
    );
  }
  checkExpiry(tools, asked.data.expires);
  const { key, text } = await makeKey(tools, { ...asked.data, owner });
  response
    .location(`/v1/keys/${key.id}`)
    .status(201)
    .json({ ...keyView(key), key: text });
}

/** What each call about keys does. */
export function keyHandlers(tools: Tools): Record<keyof typeof keyOperations, Handler> {
  return {
    postKey: (request, response) => postKey(tools, request, response),
    listKeys: async (_request, response) => {
      const owner = keyOwner(response);
      const keys = (await tools.keys.list()).filter((key) => key.owner === owner);
      response.json({ keys: keys.map(keyView) });
    },
    deleteKey: async (request, response) => {
      const owner = keyOwner(response);
      const key = await tools.keys.find(String(request.params['id']));
      if (key?.owner !== owner) throw new Failure('not-found', 'There is no such key. It may have been revoked.');
      await tools.keys.remove(key.id);
      response.status(204).end();
    },
  };
}
