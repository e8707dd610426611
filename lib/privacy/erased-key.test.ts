import { expect, it } from 'vitest';
import { erasedDigest, toErasureKey } from './erased-key.ts';

const key = toErasureKey('the secret of one installation, 32 long');

it('the same name has the same digest under one secret, and another under another', () => {
  expect(erasedDigest(key, 'agent', 'Zelda')).toBe(erasedDigest(key, 'agent', 'Zelda'));
  expect(erasedDigest(toErasureKey('another secret'), 'agent', 'Zelda')).not.toBe(
    erasedDigest(key, 'agent', 'Zelda'),
  );
});

it('a customer and an agent of one name are two, and the digest does not hold the name', () => {
  expect(erasedDigest(key, 'customer', 'Zelda')).not.toBe(erasedDigest(key, 'agent', 'Zelda'));
  expect(erasedDigest(key, 'agent', 'Zelda')).toMatch(/^[0-9a-f]{64}$/);
});
