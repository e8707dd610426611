import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeNext } from './next-path.ts';

it('a page with its filters is where one goes on', () => {
  expect(safeNext('/incidents?period=last-12-weeks&trigger=billing_error')).toBe(
    '/incidents?period=last-12-weeks&trigger=billing_error',
  );
  expect(safeNext('/patterns#what-changed')).toBe('/patterns#what-changed');
});

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/./\\elsewhere.example',
  '/..//elsewhere.example',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'incidents',
  '/sign-in?next=/',
  '/set-up',
  '/api/v1/reports/overview',
  '',
  null,
  undefined,
])('%j leads to the first page', (asked) => {
  expect(safeNext(asked)).toBe('/');
});

it('whatever was asked, the answer stays on this site', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (asked) => {
      const path = safeNext(asked);
      expect(new URL(path, 'https://lookback.example').origin).toBe('https://lookback.example');
      expect(path.startsWith('//')).toBe(false);
    }),
  );
});
