import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestRow, toIncidentId, toPseudonym } from './incident-id.ts';
import { toProductId } from './product-id.ts';

it('an id never changes: another namespace or name would let every file in again', () => {
  expect(toIncidentId('cfpb', '6729142')).toBe('8abab157-66ed-5322-b6d8-0b5268036814');
});

it('an id is a UUID of version 5, as its 13th and 17th digits say', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (source, id) => {
      expect(toIncidentId(source, id)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }),
  );
});

it('a source and an id that together read the same are not the same: a+bc, ab+c', () => {
  expect(toIncidentId('a', 'bc')).not.toBe(toIncidentId('ab', 'c'));
});

it('the order of columns, line endings and the form of accents do not change a digest; any other word does', () => {
  const digest = digestRow(['a', 'b'], ['caf\u00e9\r\nau lait', '2']);
  expect(digestRow(['b', 'a'], ['2', 'cafe\u0301\nau lait'])).toBe(digest);
  expect(digestRow(['a', 'b'], ['2', 'caf\u00e9\r\nau lait'])).not.toBe(digest);
  expect(digestRow(['a', 'b'], ['caf\u00e9\r\nau lait', '3'])).not.toBe(digest);
});

it('a pseudonym is 16 digits of a SHA-256 and differs by source', () => {
  const whole = createHash('sha256').update('one\u001fCaller 7').digest('hex');
  expect(toPseudonym('one', 'Caller 7')).toBe(whole.slice(0, 16));
  expect(toPseudonym('two', 'Caller 7')).not.toBe(whole.slice(0, 16));
});

it('products that differ in case and punctuation are one; what is lost otherwise keeps them apart', () => {
  expect(toProductId('Payday loan')).toBe('payday_loan');
  expect(toProductId('PAYDAY  LOAN.')).toBe('payday_loan');
  expect(toProductId('Crédit')).toBe('credit');
  expect(toProductId('贷款')).not.toBe(toProductId('信用卡'));
  expect(toProductId('Unknown')).not.toBe('unknown');
  const long = 'x'.repeat(80);
  expect(toProductId(`${long}1`)).not.toBe(toProductId(`${long}2`));
});

it('every product id is one that URLs carry', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
      expect(toProductId(words)).toMatch(/^[a-z0-9_]{1,64}$/);
    }),
  );
});
