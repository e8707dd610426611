import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { DatabaseUnavailable, isUnavailable } from './unavailable.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

test('a lost, refused or timed-out connection and a server that goes down or comes up is the database being away', () => {
  for (const code of ['ECONNREFUSED', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P01', '57P03', '08006']) {
    expect(isUnavailable(withCode(code))).toBe(true);
  }
  expect(isUnavailable(new DatabaseUnavailable('no answer'))).toBe(true);
});

test('a cause is found below the error of a query, and in each of several addresses', () => {
  expect(isUnavailable(new DrizzleQueryError('select 1', [], withCode('ECONNREFUSED')))).toBe(true);
  expect(isUnavailable(new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')]))).toBe(true);
});

test('a wrong question, a wrong password and what is no error at all are something else', () => {
  for (const code of ['42P01', '23505', '28P01', 'ENOENT']) expect(isUnavailable(withCode(code))).toBe(false);
  for (const value of [null, undefined, 'ECONNREFUSED', {}, new Error('x')])
    expect(isUnavailable(value)).toBe(false);
});
