import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../model/failure.ts';
import type { Audit } from '../seam/audit.ts';
import { type KeyRecord, scopes } from '../seam/key-store.ts';
import { dayOf, isGood, type KeyTools, makeKey } from './api-keys.ts';

export const newKeySchema = z.strictObject({
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length).describe('What the key may do'),
  expires: z.iso.date('write the day as YYYY-MM-DD').describe('From this day on (UTC) the key is worth nothing'),
});

/** What the command line asks of the process that owns the data folder. */
export const keyRequestSchema = z.discriminatedUnion('do', [
  newKeySchema.extend({
    do: z.literal('create'),
    owner: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'write the owner in small letters, digits and hyphens, at most 40')
      .exactOptional(),
  }),
  z.strictObject({ do: z.literal('list') }),
  z.strictObject({ do: z.literal('revoke'), id: z.string().max(40) }),
]);

export type KeyRequest = z.infer<typeof keyRequestSchema>;

/** `out` is for standard output, `told` for standard error. */
export type KeyAnswer = { readonly out: string; readonly told: string };

/** Throws request-invalid for a day that isn't ahead. */
export function checkExpiry(tools: Pick<KeyTools, 'clock'>, expires: string): void {
  if (expires > dayOf(tools.clock)) return;
  throw new Failure('request-invalid', 'The key would be expired already. Give a day after today.');
}

function lineOf(key: KeyRecord, clock: KeyTools['clock']): string {
  const state = isGood(key, clock) ? `until ${key.expires}` : `expired ${key.expires}`;
  return [key.id, key.owner, key.scopes.join(','), state, `last used ${key.lastUsed ?? 'never'}`].join('\t');
}

/** Carries out what the command line asks. Throws request-invalid and not-found. */
export async function answerKeyRequest(
  tools: KeyTools & { readonly audit: Audit },
  asked: unknown,
): Promise<KeyAnswer> {
  const parsed = keyRequestSchema.safeParse(asked);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Failure(
      'request-invalid',
      `The ${issue?.path.join('.') ?? 'request'} can't be read: ${issue?.message ?? 'unknown'}.`,
    );
  }
  const request = parsed.data;
  const note = (what: string, on: string) => tools.audit.record({ who: 'command', what, on, result: 'done' });
  switch (request.do) {
    case 'create': {
      checkExpiry(tools, request.expires);
      const owner = request.owner ?? `owner-${randomBytes(6).toString('hex')}`;
      const { key, text } = await makeKey(tools, { owner, scopes: request.scopes, expires: request.expires });
      await note('keys create', key.id);
      return {
        out: `${text}\n`,
        told: `Key ${key.id} of ${owner}, good until ${key.expires}. Keep it safe: it is not shown again.\n`,
      };
    }
    case 'list': {
      const lines = (await tools.keys.list()).map((key) => `${lineOf(key, tools.clock)}\n`);
      return { out: lines.join(''), told: lines.length === 0 ? 'There is no key yet.\n' : '' };
    }
    case 'revoke': {
      if (!(await tools.keys.remove(request.id))) {
        throw new Failure('not-found', `There is no key "${request.id}". See "refusals keys list".`);
      }
      await note('keys revoke', request.id);
      return { out: '', told: `Key ${request.id} is worth nothing from now on.\n` };
    }
  }
}
