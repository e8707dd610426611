import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { METHOD_PASSAGES } from './method-passages.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/methods.md', import.meta.url)), 'utf8');

test('each passage that a page can open stands once in docs/methods.md, right before its heading', () => {
  for (const passage of METHOD_PASSAGES)
    expect(text.split(`<a id="${passage}"></a>\n\n## `), passage).toHaveLength(2);
});

test('links within docs/methods.md lead to a passage', () => {
  const links = [...text.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, passage]) => passage);
  expect(METHOD_PASSAGES).toEqual(expect.arrayContaining(links));
  expect(links.length).toBeGreaterThan(0);
});
