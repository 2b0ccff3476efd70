import { statfs } from 'node:fs/promises';
import type { Request } from 'express';
import type { PackView } from '../../job/pack-view.ts';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import { docsPage, problemPage } from './docs-page.ts';
import { openApiOf } from './openapi.ts';
import type { Handler, Operation } from './operation.ts';
import { problemKinds } from './problem.ts';
import type { serviceOperations } from './service-operations.ts';

const leastFreeBytes = 256 * 1024 * 1024;

const patienceMilliseconds = 1000;

/** A store that is being opened lets everybody wait; who asks whether it is ready hears that it isn't. */
const slowStore = (): Promise<string> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('store not open yet'), patienceMilliseconds).unref();
  });

/** Why letters can't be taken now, if so. */
async function obstacle(tools: Tools, dataFolder: string, closing: () => boolean): Promise<string | undefined> {
  if (closing()) return 'shutting down';
  try {
    const { bavail, bsize } = await statfs(dataFolder);
    if (bavail * bsize < leastFreeBytes) return 'disk nearly full';
    const store = tools.letters.list('local', { limit: 1 }).then(() => undefined);
    return (await Promise.race([store, slowStore()])) ?? (await tools.findLack?.());
  } catch {
    return 'store not reachable';
  }
}

function packOf(tools: Tools, request: Request): PackView {
  const pack = tools.packs.find(({ country }) => country === request.params['country']);
  if (pack === undefined) {
    const known = tools.packs.map(({ country }) => country).join(', ');
    throw new Failure('not-found', `There is no pack for this country. There are: ${known}.`);
  }
  return pack;
}

const isProblem = (code: string): code is keyof typeof problemKinds => Object.hasOwn(problemKinds, code);

export type ServiceOptions = {
  readonly dataFolder: string;
  /** True from the moment the service is told to stop. */
  readonly closing: () => boolean;
  /** All calls of the service, for its description. */
  readonly operations: Readonly<Record<string, Operation>>;
};

/** What each call about the service itself does. */
export function serviceHandlers(
  tools: Tools,
  options: ServiceOptions,
): Record<keyof typeof serviceOperations, Handler> {
  const openApi = openApiOf(options.operations, tools.reportSchema);
  const docs = docsPage(options.operations);
  return {
    getReportSchema: (_request, response) =>
      void response.type('application/schema+json').send(JSON.stringify(tools.reportSchema)),
    listPatterns: (_request, response) => void response.json({ countries: tools.packs.map(packSummary) }),
    getPatterns: (request, response) => void response.json(packOf(tools, request)),
    getGround: (request, response) => {
      const id = String(request.params['id']);
      const ground = packOf(tools, request).grounds.find((one) => one.id === id || one.id.endsWith(`.${id}`));
      if (ground === undefined)
        throw new Failure('not-found', 'The pack has no ground with this id. Its list is one step up.');
      response.json(ground);
    },
    getOpenApi: (_request, response) => void response.json(openApi),
    getDocs: (_request, response) => void response.type('html').send(docs),
    getProblem: (request, response) => {
      const code = String(request.params['code']);
      if (!isProblem(code))
        throw new Failure('not-found', 'There is no problem with this code. See /docs for the list.');
      response.type('html').send(problemPage(code));
    },
    getMetrics: async (_request, response) => {
      const { mediaType, text } = await tools.meter.read();
      response.setHeader('Content-Type', mediaType);
      response.send(text);
    },
    getHealth: (_request, response) => void response.json({ status: 'alive' }),
    getReadiness: async (_request, response) => {
      const because = await obstacle(tools, options.dataFolder, options.closing);
      if (because === undefined) response.json({ status: 'ready' });
      else response.status(503).json({ status: 'not-ready', because });
    },
  };
}

const packSummary = ({ country, name, sha256, grounds, documents, routes, laws }: PackView) => ({
  country,
  name,
  sha256,
  grounds: grounds.length,
  documents: documents.length,
  routes: routes.length,
  laws: laws.length,
  link: `/v1/patterns/${country}`,
});
