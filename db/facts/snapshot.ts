import { sql } from 'drizzle-orm';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';

/** A database or a transaction in it: what questions about single records are asked of. */
export type Records = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/**
 * One consistent reading of the facts. Every question of a page, its comparison and the list behind it are asked of
 * the same snapshot, so that a card, its chart and its rows cannot disagree.
 */
export interface Snapshot {
  facts: Records;
  /** Milliseconds since 1970: the moment that everything read here belongs to. */
  asOf: number;
  close(): Promise<void>;
}

/**
 * Opens a snapshot of the record: one read-only transaction that sees a single version of everything.
 * It holds a connection until it is closed. Throws what the database throws when it is away.
 */
export function openSnapshot(records: PostgresJsDatabase<Record<string, never>>): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    let finish = () => {};
    const finished = new Promise<void>((done) => {
      finish = done;
    });
    const transaction = records.transaction(
      async (facts) => {
        const [row] = await facts.select({ asOf: moment }).from(sql`(select 1) as one`);
        const close = () => {
          finish();
          return transaction;
        };
        resolve({ facts, asOf: row?.asOf ?? Number.NaN, close });
        await finished;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    transaction.catch(reject);
  });
}

const moment = sql<number>`floor(extract(epoch from now()) * 1000)`.mapWith(Number);
