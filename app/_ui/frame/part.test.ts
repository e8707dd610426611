import { isValidElement, Suspense } from 'react';
import { expect, test } from 'vitest';
import { Part } from './part.tsx';

const never = new Promise<never>(() => {});
const part = { holding: 'counting', children: 'figures' };

test('what is ready before the moment is over is shown with the rest, without a place of its own', async () => {
  expect(await Part({ ...part, moment: never, ready: Promise.resolve() })).toBe('figures');
  expect(await Part({ ...part, moment: never, ready: null })).toBe('figures');
});

test('what is not ready when the moment is over has its place held and follows by itself', async () => {
  expectOwnPlace(await Part({ ...part, moment: Promise.resolve(), ready: never }));
});

test('what fails before the moment is over has a place of its own, so that it fails alone', async () => {
  expectOwnPlace(await Part({ ...part, moment: never, ready: Promise.reject(new Error('gone')) }));
});

function expectOwnPlace(shown: unknown) {
  if (!isValidElement<{ fallback: unknown; children: unknown }>(shown)) throw new Error('no element');
  expect(shown.type).toBe(Suspense);
  expect(shown.props).toMatchObject({ fallback: 'counting', children: 'figures' });
}
