import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';

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
