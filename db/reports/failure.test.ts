import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { toFailure } from './failure.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

it.each([
  [new NotFound(), 'not_found', 404],
  [new Forbidden(), 'forbidden', 403],
  [new Conflict('Somebody was first.'), 'conflict', 409],
  [new Invalid([{ field: 'name', message: 'Give a name.' }]), 'invalid', 422],
  [refused, 'unavailable', 503],
  [new DrizzleQueryError('select secret', [], refused), 'unavailable', 503],
  [Object.assign(new Error('of another copy'), { name: 'DatabaseUnavailable' }), 'unavailable', 503],
  [new TypeError('secret is undefined'), 'defect', 500],
  ['thrown as text', 'defect', 500],
] as const)('%s is %s with status %i', (error, code, status) => {
  expect(toFailure(error)).toMatchObject({ code, status });
});

it('every problem of a form comes with its field', () => {
  const problems = [
    { field: 'name', message: 'Give a name.' },
    { field: 'email', message: 'Give an address.' },
  ];
  expect(toFailure(new Invalid(problems)).problems).toEqual(problems);
});

it('a defect and a lost database say nothing of what was asked', () => {
  expect(toFailure(new TypeError('secret is undefined')).message).not.toContain('secret');
  expect(toFailure(new DrizzleQueryError('select secret', [], refused)).message).not.toContain('secret');
});
