import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NONCE_BYTES, seal, toSealingKey, unseal } from './seal.ts';

const key = toSealingKey('a secret of at least thirty-two characters');
const sealed = (text: string, place = 'incident 1 narrative') =>
  seal(text, key, place, randomBytes(NONCE_BYTES));

it('any text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unseal(sealed(text), key, 'incident 1 narrative')).toBe(text);
    }),
  );
});

it('nothing of the text stands in what is kept, and the same text twice is two different seals', () => {
  const text = 'anna@example.com '.repeat(20);
  const kept = Buffer.from(sealed(text), 'base64');
  expect(kept.includes('anna')).toBe(false);
  expect(kept).toHaveLength(12 + 16 + text.length);
  expect(sealed(text)).not.toBe(sealed(text));
});

it('another key, another place, a changed byte or a cut opens nothing', () => {
  const kept = sealed('text');
  const bytes = Buffer.from(kept, 'base64');
  const changed = Buffer.from(bytes.map((byte, index) => (index === 30 ? byte ^ 1 : byte))).toString(
    'base64',
  );
  expect(
    unseal(kept, toSealingKey('another secret of thirty-two characters'), 'incident 1 narrative'),
  ).toBeNull();
  expect(unseal(kept, key, 'incident 2 narrative')).toBeNull();
  expect(unseal(changed, key, 'incident 1 narrative')).toBeNull();
  expect(unseal(bytes.subarray(0, 29).toString('base64'), key, 'incident 1 narrative')).toBeNull();
  expect(unseal('', key, 'incident 1 narrative')).toBeNull();
});
