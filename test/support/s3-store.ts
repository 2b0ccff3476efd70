import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const s3Credentials = { accessKeyId: 'AKTEST', secretAccessKey: 'secret/of+the=test' } as const;
const region = 'here-1';
const bucket = 'letters-of-a-firm';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** What Signature Version 4 asks for, worked out here from the request as it came. */
function isSigned(request: IncomingMessage, body: Uint8Array): boolean {
  const given = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)/.exec(
    request.headers.authorization ?? '',
  );
  const [, credential = '', signed = '', signature = ''] = given ?? [];
  const [id, day = '', where = '', service = '', last = ''] = credential.split('/');
  if (id !== s3Credentials.accessKeyId || where !== region || service !== 's3') return false;
  if (request.headers['x-amz-content-sha256'] !== sha256(body)) return false;
  const time = String(request.headers['x-amz-date']);
  if (Math.abs(Date.now() - Date.parse(time.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))) > 900_000)
    return false;
  const url = new URL(request.url ?? '/', 'http://here');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const canonical = [request.method, path, query, headers.join(''), signed, sha256(body)].join('\n');
  const scope = [day, where, service, last].join('/');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${s3Credentials.secretAccessKey}`);
  const expected = hmac(Buffer.from(key), ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n'));
  return expected.toString('hex') === signature;
}

/** A store that speaks as much of S3 as the service uses, on this machine. Lists come two objects a page. */
export async function startS3Store() {
  const objects = new Map<string, Buffer>();
  const state = { versioning: '', broken: 0, requests: 0, refused: 0 };

  function list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const keys = [...objects.keys()].toSorted().filter((key) => key.startsWith(prefix) && key > after);
    const page = keys.slice(0, 2);
    const entries = page.map(
      (key) =>
        `<Contents><Key>${key}</Key><LastModified>2026-11-25T00:00:00.000Z</LastModified><Size>${objects.get(key)?.length}</Size></Contents>`,
    );
    const next = keys.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    response.end(`<?xml version="1.0"?><ListBucketResult>${entries.join('')}${next}</ListBucketResult>`);
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://here');
    const [, named, ...rest] = url.pathname.split('/');
    const key = decodeURIComponent(rest.join('/'));
    if (named !== bucket) response.writeHead(404).end();
    else if (key === '' && url.searchParams.has('versioning'))
      response.end(`<VersioningConfiguration>${state.versioning}</VersioningConfiguration>`);
    else if (key === '') list(url, response);
    else answerObject(request, response, key, body);
  }

  function answerObject(request: IncomingMessage, response: ServerResponse, key: string, body: Buffer): void {
    if (request.method === 'PUT') {
      const taken = request.headers['if-none-match'] === '*' && objects.has(key);
      if (!taken) objects.set(key, body);
      response.writeHead(taken ? 412 : 200).end();
    } else if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (objects.has(key)) response.end(objects.get(key));
    else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  }

  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      state.requests += 1;
      const signed = isSigned(request, body);
      if (!signed) state.refused += 1;
      if (state.broken > 0) {
        state.broken -= 1;
        response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
      } else if (!signed) response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      else answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address: string | AddressInfo | null = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    objects,
    state,
    endpoint: `http://127.0.0.1:${port}`,
    region,
    bucket,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
