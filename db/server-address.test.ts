import { expect, test } from 'vitest';
import { describeServer, explainConnection } from './server-address.ts';

test('an address is described by host, port and database, without user and password', () => {
  expect(describeServer('postgres://ann:secret@db.example:5433/lookback?sslmode=require')).toBe(
    'db.example:5433/lookback',
  );
  expect(describeServer('postgres://db.example/lookback')).toBe('db.example/lookback');
});

test('a password with signs that should have been escaped is not told either', () => {
  for (const password of ['se/cret', 'se@cret', 'se?cret', 'se#cret', 'se:cret']) {
    expect(describeServer(`postgres://ann:${password}@db.example/lookback`)).not.toMatch(/se.cret|cret|ann/);
  }
});

test('an error that is not about the connection stays what it is', () => {
  const defect = new TypeError('x is not a function');
  expect(explainConnection(defect, 'DATABASE_URL', 'postgres://db.example/lookback')).toBe(defect);
});
