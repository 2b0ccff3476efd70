import { z } from 'zod';
import type { Operation, Parameter } from './operation.ts';

const country: Parameter = { name: 'country', in: 'path', description: 'The pack’s country', example: 'ca' };
const openJson = z.looseObject({});

/** The calls about what the service knows and how it is. */
export const serviceOperations = {
  getReportSchema: {
    method: 'get',
    path: '/v1/schema/report',
    tag: 'service',
    scopes: [],
    summary: 'JSON Schema of a report',
    answers: { 200: { description: 'JSON Schema 2020-12', other: ['application/schema+json'] } },
  },
  listPatterns: {
    method: 'get',
    path: '/v1/patterns',
    tag: 'patterns',
    scopes: [],
    summary: 'The countries and what is known of each',
    answers: { 200: { description: 'The packs', json: openJson } },
  },
  getPatterns: {
    method: 'get',
    path: '/v1/patterns/{country}',
    tag: 'patterns',
    scopes: [],
    summary: 'A country’s grounds, documents, routes and laws',
    parameters: [country],
    answers: { 200: { description: 'The pack', json: openJson } },
    problems: ['not-found'],
  },
  getGround: {
    method: 'get',
    path: '/v1/patterns/{country}/grounds/{id}',
    tag: 'patterns',
    scopes: [],
    summary: 'One ground of refusal',
    parameters: [country, { name: 'id', in: 'path', description: 'The ground’s id', example: 'ca.purpose-of-visit' }],
    answers: { 200: { description: 'The ground', json: openJson } },
    problems: ['not-found'],
  },
  getOpenApi: {
    method: 'get',
    path: '/openapi.json',
    tag: 'service',
    scopes: [],
    summary: 'This description',
    answers: { 200: { description: 'OpenAPI 3.1', json: openJson } },
  },
  getDocs: {
    method: 'get',
    path: '/docs',
    tag: 'service',
    scopes: [],
    summary: 'This description as a page',
    answers: { 200: { description: 'A page', other: ['text/html'] } },
  },
  getProblem: {
    method: 'get',
    path: '/problems/{code}',
    tag: 'service',
    scopes: [],
    summary: 'What a problem means',
    parameters: [{ name: 'code', in: 'path', description: 'The problem’s code', example: 'file-encrypted' }],
    answers: { 200: { description: 'A page', other: ['text/html'] } },
    problems: ['not-found'],
  },
  getHealth: {
    method: 'get',
    path: '/healthz',
    tag: 'service',
    scopes: [],
    summary: 'The process is alive',
    answers: { 200: { description: 'It is', json: z.object({ status: z.literal('alive') }) } },
  },
  getMetrics: {
    method: 'get',
    path: '/metrics',
    tag: 'service',
    scopes: ['metrics', 'admin'],
    summary: 'What the service did and does, for Prometheus',
    answers: { 200: { description: 'Counts, without any id', other: ['text/plain'] } },
  },
  getReadiness: {
    method: 'get',
    path: '/readyz',
    tag: 'service',
    scopes: [],
    summary: 'Letters can be taken now',
    answers: {
      200: { description: 'They can', json: z.object({ status: z.literal('ready') }) },
      503: {
        description: 'Not now; `because` says why',
        json: z.object({ status: z.literal('not-ready'), because: z.string() }),
      },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>;
