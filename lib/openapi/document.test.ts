import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openApiDocument } from './document.ts';

const document = JSON.parse(JSON.stringify(openApiDocument('https://lookback.example.org')));
const API = fileURLToPath(new URL('../../app/api/v1', import.meta.url));

it('each route under /api/v1 is in the document, and no other', () => {
  const routes = readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map(
      (file) =>
        `/api/v1/${file
          .replaceAll('\\', '/')
          .replace(/\/route\.ts$/, '')
          .replace(/\[(\w+)\]/g, '{$1}')}`,
    );
  expect(Object.keys(document.paths).toSorted()).toEqual(routes.toSorted());
});

it('an incident is told field by field: what must be there, what may be, and in which limits', () => {
  const [one, many] =
    document.paths['/api/v1/incidents'].post.requestBody.content['application/json'].schema.anyOf;
  expect(one.required).toEqual(expect.arrayContaining(['source', 'id', 'kind', 'occurredAt']));
  expect(one.required).toHaveLength(4);
  expect(one.additionalProperties).toBe(false);
  expect(one.properties.kind.enum).toEqual(['incident', 'complaint']);
  expect(one.properties.severity.anyOf[0]).toMatchObject({ type: 'integer', minimum: 1, maximum: 5 });
  expect(many.properties.incidents.maxItems).toBe(1000);
});

it('every reference within the document leads somewhere, and every operation has its own id', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  expect(references.length).toBeGreaterThan(0);
  for (const path of references) {
    const found = path.split('/').reduce((part, name) => part?.[name], document);
    expect(found, path).toBeDefined();
  }
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
