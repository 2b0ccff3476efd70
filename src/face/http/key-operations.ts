import { z } from 'zod';
import { newKeySchema } from '../../job/key-requests.ts';
import { scopes } from '../../seam/key-store.ts';
import type { Operation } from './operation.ts';

export const keySchema = z.object({
  id: z.string(),
  scopes: z.array(z.enum(scopes)),
  created: z.string(),
  expires: z.string(),
  lastUsed: z.string().exactOptional().describe('The day of the last use'),
});

const madeKeySchema = keySchema.extend({ key: z.string().describe('All of the key. It is shown this once') });

/** The calls about the keys of one’s own owner. */
export const keyOperations = {
  postKey: {
    method: 'post',
    path: '/v1/keys',
    tag: 'keys',
    scopes: ['admin'],
    summary: 'Make a key for your letters',
    body: {
      mediaType: 'application/json',
      schema: newKeySchema,
      description: 'What it may do, and until when',
      example: { scopes: ['letters:read'], expires: '2999-12-31' },
    },
    answers: { 201: { description: 'The key, shown this once. Location names it', json: madeKeySchema } },
    problems: ['request-invalid', 'not-found'],
  },
  listKeys: {
    method: 'get',
    path: '/v1/keys',
    tag: 'keys',
    scopes: ['admin'],
    summary: 'Your keys, without their secrets',
    answers: { 200: { description: 'The keys', json: z.object({ keys: z.array(keySchema) }) } },
    problems: ['not-found'],
  },
  deleteKey: {
    method: 'delete',
    path: '/v1/keys/{id}',
    tag: 'keys',
    scopes: ['admin'],
    summary: 'Revoke a key: it is worth nothing from the next request on',
    parameters: [{ name: 'id', in: 'path', description: 'The key’s id, the part after rk_' }],
    answers: { 204: { description: 'Revoked' } },
    problems: ['not-found'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
