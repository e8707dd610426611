import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { CopyReader } from './copy-reader.ts';
import { factsOf } from './facts.ts';

/** A database or a transaction in it: what questions about single records are asked of. */
export type Records = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** What questions about facts are asked of: the part of the builder that both engines answer alike. */
export type FactReader = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'select' | 'selectDistinct' | 'with' | '$with'
>;

/**
 * One consistent reading of the facts. Every question of a page, its comparison and the list behind it are asked of
 * the same snapshot, so that a card, its chart and its rows cannot disagree.
 */
export interface Snapshot {
  facts: FactReader;
  /** Milliseconds since 1970: the moment that everything read here belongs to. */
  asOf: number;
  /** Which version of the copy this is; null where the record itself is read. */
  version: number | null;
  close(): Promise<void>;
}

/**
 * Opens a snapshot of the copy that this process has of the facts; of the record itself where there is no copy, not
 * yet one, or none yet with what this process has just changed. It holds a connection until it is closed.
 * Throws what the database throws when it is away.
 */
export async function openSnapshot(records: PostgresJsDatabase<Record<string, never>>): Promise<Snapshot> {
  const copy = await factsOf(records)?.open();
  return copy ? toSnapshot(copy.reader, copy.asOf) : openRecordSnapshot(records);
}

function toSnapshot(reader: CopyReader, asOf: number): Snapshot {
  const facts = drizzle(async (statement, parameters) => ({ rows: await reader.ask(statement, parameters) }));
  return { facts, asOf, version: reader.version, close: reader.close };
}

/** One read-only transaction that sees a single version of the record. */
function openRecordSnapshot(records: PostgresJsDatabase<Record<string, never>>): Promise<Snapshot> {
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
        resolve({ facts, asOf: row?.asOf ?? Number.NaN, version: null, close });
        await finished;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    transaction.catch(reject);
  });
}

const moment = sql<number>`floor(extract(epoch from now()) * 1000)`.mapWith(Number);
