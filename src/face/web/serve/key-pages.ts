import { type Request, type Response, Router } from 'express';
import { isGood } from '../../../job/api-keys.ts';
import type { Tools } from '../../../job/tools.ts';
import { Failure } from '../../../model/failure.ts';
import { type Caller, callerOf } from '../../http/caller.ts';
import { localOwner } from '../../http/owner.ts';
import type { KeysData } from '../view/page-data.ts';
import { type PageTools, sendPage } from './send-page.ts';

/** The keys that somebody may see: all of their owner with the right to manage them, or else the one that they use. */
async function keysOf({ keys, clock }: Tools, caller: Caller): Promise<KeysData> {
  const all = caller.scopes.includes('admin');
  const seen = (await keys.list()).filter(({ id, owner }) => (all ? owner === caller.owner : id === caller.key));
  return {
    view: 'keys',
    all,
    keys: seen.map((key) => ({
      id: key.id,
      scopes: key.scopes,
      created: key.created.slice(0, 10),
      expires: key.expires,
      ...(key.lastUsed === undefined ? {} : { lastUsed: key.lastUsed }),
      own: key.id === caller.key,
      expired: !isGood(key, clock),
    })),
  };
}

/** What one's keys may do and how long they are good. Throws not-found where the service asks for none. */
export function keyPages(tools: Tools, page: PageTools): Router {
  const router = Router();
  router.get('/keys', async (request: Request, response: Response) => {
    const caller = callerOf(response);
    if (caller === undefined || caller.key === localOwner)
      throw new Failure('not-found', 'The service runs without keys.');
    await sendPage(page, request, response, await keysOf(tools, caller));
  });
  return router;
}
