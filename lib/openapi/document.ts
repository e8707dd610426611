import { z } from 'zod';
import { failureAnswer, OPERATIONS, type Operation } from './operations.ts';

/**
 * The API as an OpenAPI 3.1 document, made from the schemas that read requests and check answers in the tests.
 * @param origin where this installation is reached, as `https://lookback.example.org`
 * @see https://spec.openapis.org/oas/v3.1.0.html
 */
export function openApiDocument(origin: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lookback',
      version: '1',
      description:
        'Every request carries a key: `Authorization: Bearer KEY`. An administrator makes keys in the settings, each with what it may do.',
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: toPaths(),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Failure: toSchema(failureAnswer, 'output') },
    },
  };
}

function toPaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: toOperation(operation) };
  }
  return paths;
}

function toOperation({ id, summary, scope, query, body, answer }: Operation): Record<string, unknown> {
  const needs = scope === null ? 'Any key may.' : `Needs a key with the scope \`${scope}\`.`;
  return {
    operationId: id,
    summary,
    description: needs,
    ...(query && {
      parameters: query.map(({ name, description, example }) => ({
        name,
        in: 'query',
        description,
        required: false,
        schema: { type: 'string' },
        example,
      })),
    }),
    ...(body && { requestBody: { required: true, content: toContent(toSchema(body, 'input')) } }),
    responses: {
      200: { description: 'Answered.', content: toContent(toSchema(answer, 'output')) },
      ...(body && { 422: failure('Something in it is wrong; nothing was written.') }),
      401: failure('There is no key, or it is worth nothing any more.'),
      403: failure('The key may not do this.'),
      429: {
        ...failure('Too many requests.'),
        headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } },
      },
      503: failure('The database is away; ask again.'),
    },
  };
}

const toContent = (schema: unknown) => ({ 'application/json': { schema } });
const failure = (description: string) => ({
  description,
  content: toContent({ $ref: '#/components/schemas/Failure' }),
});

function toSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return json;
}
