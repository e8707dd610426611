import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { SharedDuckDb } from './shared-duck-db.ts';
import { FACT_TABLES, type FactTable, INCIDENT_TABLE } from './tables.ts';
import { transact } from './transact.ts';

/** Rows of a table as they come from the record, a piece of whole lines at a time, values parted by tabs. */
export type FactLines = (table: FactTable) => AsyncIterable<Buffer | string>;

/**
 * Fills the tables of a copy that nobody reads yet, each in transactions of its own. Two at a time keep two cores busy, of
 * which one alone makes the lines and the other puts them in; whichever is done takes the next table.
 */
export async function fillAll(database: SharedDuckDb, folder: string, lines: FactLines): Promise<void> {
  const waiting = FACT_TABLES.filter((table) => table !== INCIDENT_TABLE);
  const incidents = fillOne(database, folder, INCIDENT_TABLE, lines);
  const takeNext = async (before?: Promise<void>) => {
    try {
      await before;
      for (let table = waiting.shift(); table; table = waiting.shift()) {
        await fillOne(database, folder, table, lines, incidents);
      }
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const lanes = await Promise.allSettled([takeNext(incidents), takeNext()]);
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
}

/** @param incidents ends when those are there that rows are completed from */
function fillOne(
  database: SharedDuckDb,
  folder: string,
  table: FactTable,
  lines: FactLines,
  incidents?: Promise<void>,
): Promise<void> {
  const { staging } = table;
  return database.using(async (connection) => {
    if (staging) await connection.run(staging.create);
    await transact(connection, () =>
      insertPieces(
        connection,
        staging?.insert ?? table.insert,
        lines(table),
        join(/* turbopackIgnore: true */ folder, `${table.name}.csv`),
      ),
    );
    if (!staging) return;
    await incidents;
    await connection.run(staging.complete);
    await connection.run(staging.drop);
  });
}

/** Adds whole rows to a table. */
export function addRows(
  connection: DuckDBConnection,
  folder: string,
  table: FactTable,
  lines: FactLines,
): Promise<void> {
  return insertPieces(
    connection,
    table.insert,
    lines(table),
    join(/* turbopackIgnore: true */ folder, `${table.name}.csv`),
  );
}

/** The next piece is on its way while one goes in. A file lasts for one piece, so that nothing is left to be found. */
async function insertPieces(
  connection: DuckDBConnection,
  insert: string,
  pieces: AsyncIterable<Buffer | string>,
  path: string,
): Promise<void> {
  try {
    for await (const piece of oneAhead(pieces)) {
      await writeFile(path, piece, { mode: 0o600 });
      await connection.run(insert, [path]);
    }
  } finally {
    await rm(path, { force: true });
  }
}

async function* oneAhead<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = pieces[Symbol.asyncIterator]();
  let coming = iterator.next();
  try {
    while (true) {
      const { value, done } = await coming;
      if (done) return;
      coming = iterator.next();
      // Whoever takes the pieces may fail and not come back for the next one, which may fail too.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
