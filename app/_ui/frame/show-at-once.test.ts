import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { SHOW_WHAT_HAS_ARRIVED } from './show-at-once.ts';

test('whatever React notes as the first paint, 300 ms have passed since when a page begins', () => {
  const window: Record<string, unknown> = {};
  runInNewContext(SHOW_WHAT_HAS_ARRIVED, { window });
  window.$RT = 212;
  expect(window.$RT).toBe(-300);
  expect(SHOW_WHAT_HAS_ARRIVED).not.toMatch(/[&<>"']/);
});

test('it is that moment of which React waits for 300 ms before it shows what has arrived', () => {
  const path = 'next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js';
  const react = readFileSync(createRequire(import.meta.url).resolve(path), 'utf8');
  expect(react).toContain('$RT=performance.now()');
  expect(react).toContain('$RT+300-');
});
