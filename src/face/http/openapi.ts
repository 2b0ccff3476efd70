import { z } from 'zod';
import { type FailureCode, failureCodes } from '../../model/failure.ts';
import { type Answer, type Operation, operationTags } from './operation.ts';
import { problemKinds } from './problem.ts';

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(failureCodes),
  whatToDo: z.string(),
  requestId: z.string(),
});

type Json = { readonly [key: string]: unknown };

/** JSON Schema of what goes in (`input`) or comes out, in the dialect of OpenAPI 3.1. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'file') Object.assign(jsonSchema, { type: 'string', format: 'binary' });
    },
  });
  return rest;
}

function contentOf({ json, other = [] }: Answer): Json {
  const files = Object.fromEntries(other.map((mediaType) => [mediaType, { schema: { type: 'string' } }]));
  if (json === undefined) return files;
  const schema = 'component' in json ? { $ref: `#/components/schemas/${json.component}` } : schemaOf(json, 'output');
  return { 'application/json': { schema }, ...files };
}

/** What any call may answer: to a page of another site, and where keys are asked for to those without a good one. */
const problemsOfAll = ({ scopes }: Operation): readonly FailureCode[] =>
  scopes.length === 0 ? ['forbidden'] : ['unauthorized', 'forbidden', 'too-many-requests'];

function answersOf(operation: Operation): Json {
  const answers = Object.entries(operation.answers).map(([status, answer]) => {
    const content = contentOf(answer);
    return [
      status,
      { description: answer.description, ...(Object.keys(content).length === 0 ? {} : { content }) },
    ] as const;
  });
  const statuses = new Map<number, string[]>();
  for (const code of new Set([...(operation.problems ?? []), ...problemsOfAll(operation)])) {
    const { status } = problemKinds[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  const problems = [...statuses].map(
    ([status, codes]) =>
      [String(status), { $ref: '#/components/responses/Problem', description: codes.join(', ') }] as const,
  );
  return { ...Object.fromEntries([...answers, ...problems]), default: { $ref: '#/components/responses/Problem' } };
}

/** Without accounts no call needs a key, so each may go without one. */
function securityOf({ scopes }: Operation): Json {
  if (scopes.length === 0) return { security: [] };
  return { security: [{}, { key: [] }], description: `With accounts, the key needs the scope ${scopes.join(' or ')}.` };
}

function describe(name: string, operation: Operation): Json {
  const { body, parameters = [] } = operation;
  return {
    operationId: name,
    tags: [operation.tag],
    summary: operation.summary,
    ...securityOf(operation),
    parameters: parameters.map(({ example, ...parameter }) => ({
      ...parameter,
      required: parameter.in === 'path',
      schema: { type: 'string' },
      ...(example === undefined ? {} : { example }),
    })),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: body.description,
            content: {
              [body.mediaType]: {
                schema: schemaOf(body.schema, 'input'),
                ...(body.example === undefined ? {} : { example: body.example }),
              },
            },
          },
        }),
    responses: answersOf(operation),
  };
}

/** OpenAPI 3.1 from the table of calls. */
export function openApiOf(operations: Readonly<Record<string, Operation>>, reportSchema: object): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(name, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Refusal Letter Analyzer',
      version: '1',
      description:
        'Reads refusal letters: every reason with the letter’s own words, what answers it, and the ways forward.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(operationTags).map(([name, description]) => ({ name, description })),
    security: [{}, { key: [] }],
    paths,
    components: {
      schemas: { ...reportSchemas(reportSchema), Problem: schemaOf(problemSchema, 'output') },
      responses: {
        Problem: {
          description: 'What is wrong, and what to do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** The schema of a report and its parts. Inside another document their dialect and address are left out, and they refer to each other by their place there. */
function reportSchemas(schema: object): Json {
  const {
    $schema: _,
    $id: __,
    $defs,
    ...report
  }: Json = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
  return { Report: report, ...(typeof $defs === 'object' ? $defs : {}) };
}
