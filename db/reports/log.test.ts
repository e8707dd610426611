import { sql as statement } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';
import { log, logDefect } from './log.ts';

const { records, sql } = await testDatabase();
afterEach(() => vi.restoreAllMocks());

/** What one defect puts into the log, as the text of its line. */
function written(error: unknown): string {
  const line = vi.spyOn(log, 'error').mockImplementation(() => {});
  logDefect(error, { method: 'GET', path: '/incidents' });
  return JSON.stringify(line.mock.calls);
}

test('what somebody typed or told stays out of the log when a statement with it fails', async () => {
  const story = 'Ms Kowalski of 12 Harbour Road\nwas told\nto wait';
  const error = await records.execute(statement`select ${story}::int, ${'a second secret'}`).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  const line = written(error);
  expect(line).not.toMatch(/Kowalski|Harbour|told|second secret/);
  expect(line).toContain('params: left out');
  expect(line).toContain('log.test.ts');
});

test('a value that PostgreSQL itself refuses is told by its state, 22P02, and never quoted', async () => {
  const error = await sql`select ${'Ms "Kowalski"\nof Harbour Road'}::text::int`.then(
    () => null,
    (reason: unknown) => reason,
  );
  const line = written(error);
  expect(line).not.toMatch(/Kowalski|Harbour/);
  expect(line).toContain('"state":"22P02"');
  expect(line).toContain('invalid input syntax for type integer: (value left out)');
});

test('what is no error is written as its kind alone', () => {
  expect(written('a password')).not.toContain('password');
  expect(written('a password')).toContain('"thrown":"string"');
});

test('each defect has an id of its own, which is all that the outside is told', () => {
  vi.spyOn(log, 'error').mockImplementation(() => {});
  const where = { method: 'GET', path: '/' };
  expect(logDefect(new Error('x'), where)).not.toBe(logDefect(new Error('x'), where));
  expect(logDefect(new Error('x'), where, 'given')).toBe('given');
});
