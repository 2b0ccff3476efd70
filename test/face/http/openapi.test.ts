import type { Server } from 'node:http';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../src/face/http/create-http-app.ts';
import type { Operation } from '../../../src/face/http/operation.ts';
import { addressOf, closeServer, serve } from '../../../src/face/http/serve.ts';
import { packViews } from '../../../src/job/pack-view.ts';
import { loadPacks } from '../../../src/pack/load-packs.ts';
import { reportJsonSchema } from '../../../src/report/report-json-schema.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';

const table: Readonly<Record<string, Operation>> = operations;
const ajv = new Ajv2020({ strict: false, validateFormats: false });

let service: KeyedService;
let server: Server;
let at: string;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  service = makeKeyedService({
    tools: { packs: packViews(loadPacks('patterns')), reportSchema: reportJsonSchema() },
    http: { limited: false },
  });
  server = await serve(service.app, 0, '127.0.0.1');
  at = addressOf(server);
  headers = { Authorization: await service.keyFor('firm-a') };
  ajv.addSchema(await (await fetch(`${at}/openapi.json`)).json(), 'openapi');
});
afterAll(async () => {
  await closeServer(server, 0);
  await service.runner.stop(0);
});

const fileOf = (text: string) => new Blob([text], { type: 'text/plain' });

/** The form of an upload: its description names the field that holds the files. */
function formOf(path: string, text: string): FormData {
  const form = new FormData();
  form.append(path.startsWith('/v1/batches') ? 'letters' : 'letter', fileOf(text), 'letter.txt');
  return form;
}

async function post(path: string, text: string) {
  const sent = await fetch(at + path, {
    method: 'POST',
    headers: { ...headers, Prefer: 'wait=10' },
    body: formOf(path, text),
  });
  const { id }: { id: string } = await sent.json();
  return id;
}

/** Things that a call may name, fresh for each. */
async function things(name: string) {
  const letter = await post('/v1/letters', `letter for ${name}`);
  const other = await post('/v1/letters', `other for ${name}`);
  const batch = await post('/v1/batches', `batch for ${name}`);
  await service.keyFor('firm-a');
  const key = (await service.tools.keys.list()).at(-1)?.id ?? '';
  return { letter, other, batch, key };
}

/** A call made of nothing but its description: its examples, and ids where it asks for them. */
async function call(name: string, { method, path, parameters = [], body }: Operation) {
  const { letter, other, batch, key } = await things(name);
  const id = path.startsWith('/v1/keys') ? key : path.startsWith('/v1/batches') ? batch : letter;
  const given: Readonly<Record<string, string>> = { id, n: '1', with: other };
  const giveFor = (parameter: string, example?: string): string | undefined => example ?? given[parameter];
  const url = new URL(at);
  url.pathname = path;
  const sent: Record<string, string> = { ...headers };
  for (const { name: parameter, in: place, example } of parameters) {
    const value = giveFor(parameter, example);
    if (place === 'path') url.pathname = decodeURI(url.pathname).replace(`{${parameter}}`, value ?? 'none');
    else if (value !== undefined && place === 'query') url.searchParams.set(parameter, value);
    else if (value !== undefined) sent[parameter] = value;
  }
  if (body?.mediaType === 'application/json') sent['Content-Type'] = 'application/json';
  const form = body?.mediaType === 'multipart/form-data' ? { body: formOf(path, `sent by ${name}`) } : {};
  const json = body?.example === undefined ? {} : { body: JSON.stringify(body.example) };
  return fetch(url, { method: method.toUpperCase(), headers: sent, ...form, ...json });
}

const inPointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

test('the description passes a linter, strictly', async () => {
  const source = await (await fetch(`${at}/openapi.json`)).text();
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('every call with a JSON body shows one', () => {
  const without = Object.entries(table).filter(
    ([, { body }]) => body?.mediaType === 'application/json' && body.example === undefined,
  );
  expect(without).toEqual([]);
});

describe('a call made from its description is answered as described', () => {
  test.each(Object.entries(table))('%s', async (name, operation) => {
    const answer = await call(name, operation);
    expect(Object.keys(operation.answers)).toContain(String(answer.status));
    const described = operation.answers[answer.status];
    const [mediaType = ''] = (answer.headers.get('content-type') ?? '').split(';');
    if (mediaType === 'text/event-stream') {
      await answer.body?.cancel();
      expect(described?.other).toContain(mediaType);
      return;
    }
    const text = await answer.text();
    if (mediaType !== 'application/json') {
      if (answer.status !== 204) expect(described?.other).toContain(mediaType);
      return;
    }
    const place = ['paths', operation.path, operation.method, 'responses', String(answer.status), 'content', mediaType];
    const pointer = [...place, 'schema'].map((part) => encodeURIComponent(inPointer(part))).join('/');
    const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });
});

test('a call that is refused is answered with a problem as described', async () => {
  const validate = ajv.compile({ $ref: 'openapi#/components/schemas/Problem' });
  for (const [path, sent] of [
    ['/v1/letters/none', headers],
    ['/v1/letters/none', {}],
    ['/nowhere', headers],
  ] as const) {
    const answer = await fetch(at + path, { headers: sent });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    validate(await answer.json());
    expect(validate.errors ?? []).toEqual([]);
  }
});
