import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { Failure } from '../../model/failure.ts';
import type { StoredFile } from '../../seam/files.ts';
import { checkFileKey } from './file-key.ts';
import type { KeptFiles } from './kept-files.ts';
import { readS3List } from './read-s3-list.ts';

/** A place in a store that speaks S3. `prefix` is empty or ends with a slash. */
export type S3Settings = {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

const mostMilliseconds = 30_000;
const retries = 3;
/** Deletions under way at one time. */
const together = 8;

type Extra = { readonly body?: Uint8Array /** Only where nothing is yet. */; readonly fresh?: boolean };
type Ask = (method: string, address: string, extra?: Extra) => Promise<Response>;

const notReached = (cause: unknown): Failure =>
  new Failure('busy', 'The place where letters are kept can’t be reached. Try again in a few seconds.', { cause });

/** By these a store says that the object is there already, or that somebody is making it. */
const isTaken = ({ status }: Response): boolean => status === 412 || status === 409;

/** One signed request to the bucket. Any answer but success and 404 is an error: its text may hold names, so it isn't told. */
function createAsk({ endpoint, bucket, region, accessKeyId, secretAccessKey, sessionToken }: S3Settings): Ask {
  const token = sessionToken === undefined ? {} : { sessionToken };
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries, ...token });
  return async (method, address, { body, fresh } = {}) => {
    // A body is signed by its sum, so it can't be changed on its way even where the way is not encrypted.
    const sum = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const response = await client
      .fetch(`${endpoint}/${bucket}${address}`, {
        method,
        headers: { 'X-Amz-Content-Sha256': sum, ...(fresh === true ? { 'If-None-Match': '*' } : {}) },
        redirect: 'error',
        signal: AbortSignal.timeout(mostMilliseconds),
        ...(body === undefined ? {} : { body: Buffer.from(body) }),
      })
      .catch((error: unknown) => {
        throw notReached(error);
      });
    if (response.ok || response.status === 404 || (fresh === true && isTaken(response))) return response;
    await response.body?.cancel();
    throw notReached(new Error(`${method} answered ${response.status}`));
  };
}

async function listObjects(ask: Ask, prefix: string): Promise<readonly StoredFile[]> {
  const found: StoredFile[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix });
    if (token !== undefined) query.set('continuation-token', token);
    const response = await ask('GET', `?${query}`);
    if (response.status === 404) throw notReached(new Error('there is no such bucket'));
    const page = readS3List(await response.text());
    found.push(...page.files);
    token = page.next;
  } while (token !== undefined);
  return found;
}

async function removeAll(ask: Ask, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += together) {
    await Promise.all(keys.slice(at, at + together).map((key) => ask('DELETE', `/${key}`)));
  }
}

/** Files in a bucket. What is put lasts when the store says so; sizes and times are the store's. Throws busy when it can't be reached. */
export function createS3Files(settings: S3Settings): KeptFiles {
  const ask = createAsk(settings);
  const objectOf = (key: string): string => `${settings.prefix}${checkFileKey(key)}`;
  async function put(key: string, body: Uint8Array, fresh: boolean): Promise<boolean> {
    const response = await ask('PUT', `/${objectOf(key)}`, { body, fresh });
    if (response.status === 404) throw notReached(new Error('there is no such bucket'));
    await response.body?.cancel();
    return response.ok;
  }
  return {
    put: async (key, bytes) => void (await put(key, bytes, false)),
    putNew: (key, bytes) => put(key, bytes, true),
    get: async (key) => {
      const response = await ask('GET', `/${objectOf(key)}`);
      if (response.status !== 404) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return undefined;
    },
    remove: async (folder) => {
      const object = objectOf(folder);
      const inside = folder.includes('/') ? [] : await listObjects(ask, `${object}/`);
      await removeAll(ask, [object, ...inside.map(({ key }) => key)]);
    },
    list: async () => {
      const all = await listObjects(ask, settings.prefix);
      return all.map((file) => ({ ...file, key: file.key.slice(settings.prefix.length) }));
    },
  };
}

/**
 * Throws internal when the bucket keeps old versions: what was deleted could then be brought back. A store that does
 * not know the question keeps none.
 */
export async function refuseVersions(settings: S3Settings): Promise<void> {
  const response = await createAsk(settings)('GET', '?versioning');
  if (response.status === 404 || !/<Status>\s*Enabled/.test(await response.text())) return;
  throw new Failure(
    'internal',
    `The bucket ${settings.bucket} keeps old versions, so a letter that was deleted could be brought back. Use a bucket without versioning.`,
  );
}
