import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { makeCopyFolder, removeCopyFolder } from './copy-folder.ts';
import { type CopyReader, openReader } from './copy-reader.ts';
import { askDuckDb, compressDuckDb, openDuckDb } from './duck-db.ts';
import { shareDuckDb } from './shared-duck-db.ts';
import { FACT_TABLES, type FactTable, INCIDENT_TABLES, VOLUME_TABLE } from './tables.ts';

/** Rows of a table as they come from the record, a piece of whole lines at a time, values parted by tabs. */
export type FactLines = (table: FactTable) => AsyncIterable<Buffer | string>;

/** What is to be read anew. */
export interface Changed {
  /** Numbers of incidents. */
  numbers: readonly number[];
  /** All contacts. */
  volumes: boolean;
}

/** Columns of all incidents in the memory of this process. Its readers and its writer never wait for each other. */
export interface Copy {
  readonly version: number;
  readonly incidents: number;
  open(): Promise<CopyReader>;
  /** Puts these rows in place of what there is of them, in one transaction: the next version. */
  replace(changed: Changed, lines: FactLines): Promise<void>;
  /** Gives back the memory that new rows take until then, or some of it the next time. */
  compress(): Promise<void>;
  /** No further readers; the memory is given back when the last one has closed. */
  retire(): void;
}

/** Makes a copy from all lines of the record. It comes back complete or not at all. */
export async function makeCopy(version: number, lines: FactLines): Promise<Copy> {
  const database = await openDatabase(makeCopyFolder());
  const { folder } = database;
  const now = { version, incidents: 0, compressed: 0 };
  try {
    await database.using((connection) => createTables(connection, version));
    // Each in a transaction of its own: nobody reads before all are there. Two at a time keep two cores busy, of which one
    // alone makes the lines and the other puts them in.
    const halves = await Promise.allSettled(
      inHalves(FACT_TABLES).map((tables) => fillAll(database, tables, lines)),
    );
    for (const half of halves) if (half.status === 'rejected') throw half.reason;
    now.incidents = await database.using(countIncidents);
  } catch (error) {
    database.retire();
    throw error;
  }
  return {
    get version() {
      return now.version;
    },
    get incidents() {
      return now.incidents;
    },
    open: () => openReader(database),
    replace: async (changed, from) => {
      const tables = changed.volumes ? FACT_TABLES : INCIDENT_TABLES;
      const incidents = await database.using((connection) =>
        transact(connection, async () => {
          await remove(connection, changed);
          for (const table of tables) await fill(connection, table, from(table), folder);
          return countIncidents(connection);
        }),
      );
      Object.assign(now, { incidents, version: now.version + 1 });
    },
    compress: async () => {
      if (now.compressed === now.version) return;
      const { version } = now;
      if (await database.using(compressDuckDb)) now.compressed = version;
    },
    retire: database.retire,
  };
}

/** The first table, which is as much as half of all, beside the others. */
function inHalves([first, ...rest]: readonly FactTable[]): (readonly FactTable[])[] {
  return [first ? [first] : [], rest];
}

async function fillAll(
  database: Awaited<ReturnType<typeof openDatabase>>,
  tables: readonly FactTable[],
  lines: FactLines,
): Promise<void> {
  await database.using((connection) =>
    transact(connection, async () => {
      for (const table of tables) await fill(connection, table, lines(table), database.folder);
    }),
  );
}

/** The folder goes with the database, and when there is none in the end. */
async function openDatabase(folder: string) {
  try {
    return { ...shareDuckDb(await openDuckDb(folder), () => removeCopyFolder(folder)), folder };
  } catch (error) {
    removeCopyFolder(folder);
    throw error;
  }
}

async function transact<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('begin transaction');
  try {
    const result = await work();
    await connection.run('commit');
    return result;
  } catch (error) {
    // Where the engine has ended the transaction itself there is none to end; what matters is what came first.
    await connection.run('rollback').catch(() => null);
    throw error;
  }
}

async function createTables(connection: DuckDBConnection, version: number): Promise<void> {
  await connection.run(`create table copy_version as select ${version}::integer as version`);
  for (const { create } of FACT_TABLES) await connection.run(create);
}

async function remove(connection: DuckDBConnection, { numbers, volumes }: Changed): Promise<void> {
  // An update of its only row would keep the memory from being given back for as long as somebody reads.
  await connection.run('insert into copy_version select max(version) + 1 from copy_version');
  await connection.run('delete from copy_version where version < (select max(version) from copy_version)');
  if (volumes) await connection.run(`delete from ${VOLUME_TABLE.name}`);
  if (numbers.length === 0) return;
  for (const { name } of INCIDENT_TABLES) {
    await connection.run(`delete from ${name} where number in (select unnest([${numbers.join(', ')}]))`);
  }
}

/** The next piece is on its way while one goes in. A file lasts for one piece, so that nothing is left to be found. */
async function fill(
  connection: DuckDBConnection,
  table: FactTable,
  pieces: AsyncIterable<Buffer | string>,
  folder: string,
): Promise<void> {
  const path = join(/* turbopackIgnore: true */ folder, `${table.name}.csv`);
  try {
    for await (const lines of oneAhead(pieces)) {
      await writeFile(path, lines, { mode: 0o600 });
      await connection.run(table.insert, [path]);
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

async function countIncidents(connection: DuckDBConnection): Promise<number> {
  const [row] = await askDuckDb(connection, 'select count(*) from fact_incident', []);
  return Number(row?.[0] ?? 0);
}
