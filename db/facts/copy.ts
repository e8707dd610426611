import type { DuckDBConnection } from '@duckdb/node-api';
import { makeCopyFolder, removeCopyFolder } from './copy-folder.ts';
import { type CopyReader, openReader } from './copy-reader.ts';
import { askDuckDb, compressDuckDb, openDuckDb } from './duck-db.ts';
import { addRows, type FactLines, fillAll } from './fill.ts';
import { shareDuckDb } from './shared-duck-db.ts';
import { FACT_TABLES, INCIDENT_TABLES, VOLUME_TABLE } from './tables.ts';
import { transact } from './transact.ts';

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
    await fillAll(database, folder, lines);
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
          for (const table of tables) await addRows(connection, folder, table, from);
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

/** The folder goes with the database, and when there is none in the end. */
async function openDatabase(folder: string) {
  try {
    return { ...shareDuckDb(await openDuckDb(folder), () => removeCopyFolder(folder)), folder };
  } catch (error) {
    removeCopyFolder(folder);
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

async function countIncidents(connection: DuckDBConnection): Promise<number> {
  const [row] = await askDuckDb(connection, 'select count(*) from fact_incident', []);
  return Number(row?.[0] ?? 0);
}
