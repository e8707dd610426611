import { expect, it } from 'vitest';
import { isApiPath, isOpenPath } from './open-paths.ts';

it.each([
  '/sign-in',
  '/sign-in/session',
  '/sign-in/code',
  '/join',
  '/set-up',
  '/api/health/live',
  '/api/health/ready',
  '/icon.svg',
  '/favicon.ico',
])('%s answers without an account', (path) => {
  expect(isOpenPath(path)).toBe(true);
});

it.each([
  '/',
  '/incidents',
  '/incidents/7',
  '/api/v1/reports/overview',
  '/api/v1/exports/incidents.csv',
  '/import',
  '/sign-in/anything',
  '/join/anything',
  '/account',
  '/set-up/anything',
  '/api/healthy',
  '/a-page-that-is-not-there',
])('%s asks for one', (path) => {
  expect(isOpenPath(path)).toBe(false);
});

it('programs are answered as programs', () => {
  expect(['/api', '/api/v1/reports/overview', '/apiary', '/'].map(isApiPath)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
