import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const documents = ['.', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

it('every link of the documents that leads into the project leads to a file', () => {
  const links = documents.flatMap((document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    return [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)\s#]+)[^)]*\)/g)].map(([, to = '']) => ({
      document,
      to,
    }));
  });
  const inside = links.filter(({ to }) => !/^[a-z]+:/i.test(to));
  expect(inside.length).toBeGreaterThan(20);
  expect(inside.filter(({ document, to }) => !existsSync(join(ROOT, dirname(document), to)))).toEqual([]);
});
