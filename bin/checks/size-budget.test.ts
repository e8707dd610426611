import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readBuild, sizeProblems } from './size-budget.mjs';

const of = (...bytes: number[]) => bytes.map((each, place) => ({ file: `${place}.js`, bytes: each }));

it('150 and 50 kB at first are taken; a byte more is refused with the page and its chunks, the largest first', () => {
  expect(sizeProblems({ pages: [{ page: '/page', chunks: of(50_000, 150_000) }], late: [] })).toEqual([]);
  expect(sizeProblems({ pages: [{ page: '/page', chunks: of(50_001, 150_000) }], late: [] })).toEqual([
    '/page loads 200.0 kB of JavaScript, 200 kB at most: 1.js 150.0, 0.js 50.0.',
  ]);
});

it('the page with the table may load 225 kB, and a part that is loaded late 130', () => {
  const list = (bytes: number) => ({ page: '/(review)/incidents/page', chunks: of(bytes) });
  expect(sizeProblems({ pages: [list(225_000)], late: [{ from: 'a.js', chunks: of(130_000) }] })).toEqual([]);
  expect(
    sizeProblems({ pages: [list(225_001)], late: [{ from: 'a.js', chunks: of(100_000, 30_001) }] }),
  ).toEqual([
    expect.stringContaining('/(review)/incidents/page loads 225.0 kB'),
    expect.stringContaining('a part of a.js loads late 130.0 kB'),
  ]);
});

it('a build in which no page can be found is refused rather than taken for small', () => {
  expect(sizeProblems({ pages: [], late: [] })).toHaveLength(1);
});

it('reads a build: a page loads the shared chunks and its own, and late what only import() asks for', () => {
  const root = mkdtempSync(join(tmpdir(), 'lookback-size-'));
  const write = (path: string, text: string) => {
    const full = join(root, '.next', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  };
  write(
    'build-manifest.json',
    '{"rootMainFiles":["static/chunks/main.js"],"polyfillFiles":["static/chunks/old.js"]}',
  );
  write('static/chunks/main.js', 'main');
  write('static/chunks/chart.js', 'chart');
  write(
    'static/chunks/own.js',
    'e.v(t=>Promise.all(["static/chunks/chart.js","static/chunks/chart.css","static/chunks/main.js"].map(t=>e.l(t))))',
  );
  write(
    'server/app/(review)/page_client-reference-manifest.js',
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
     globalThis.__RSC_MANIFEST["/(review)/page"] = {"entryJSFiles":{"a":["static/chunks/own.js"],"b":["static/chunks/own.js"]}};`,
  );
  const { pages, late } = readBuild(root);
  rmSync(root, { recursive: true });
  expect(pages.map(({ page, chunks }) => [page, chunks.map(({ file }) => file)])).toEqual([
    ['/(review)/page', ['static/chunks/main.js', 'static/chunks/own.js']],
  ]);
  expect(late.map(({ from, chunks }) => [from, chunks.map(({ file }) => file)])).toEqual([
    ['static/chunks/own.js', ['static/chunks/chart.js']],
  ]);
});
