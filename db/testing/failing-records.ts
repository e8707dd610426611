import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { expect } from 'vitest';

/** The fault that `failingRecords` makes. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** The record over the same client, where the statement with this number (from 1) fails once instead of being sent. */
export function failingRecords(sql: Sql, failsAt: number) {
  let asked = 0;
  const logger = {
    logQuery() {
      asked += 1;
      if (asked === failsAt) throw new Fault(`instead of statement ${failsAt}`);
    },
  };
  const records: PostgresJsDatabase<Record<string, never>> = drizzle(sql, { logger });
  return { records, asked: () => asked };
}

/** Runs a command again and again, with the fault at its first, second, … statement, until one run needs no more. */
export async function failEverywhere(
  sql: Sql,
  run: (records: ReturnType<typeof failingRecords>['records']) => Promise<unknown>,
  afterFault: (failsAt: number) => Promise<void>,
): Promise<number> {
  for (let failsAt = 1; ; failsAt += 1) {
    const failing = failingRecords(sql, failsAt);
    const error = await run(failing.records).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (failing.asked() < failsAt) {
      expect(error).toBeNull();
      return failsAt - 1;
    }
    expect(isFault(error), `statement ${failsAt}: ${error}`).toBe(true);
    await afterFault(failsAt);
  }
}

function isFault(error: unknown): boolean {
  if (error instanceof Fault) return true;
  return error instanceof Error && error.cause !== undefined && isFault(error.cause);
}
