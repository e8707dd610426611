import type { Columns } from './columns.ts';
import { askDuckDbInColumns } from './duck-columns.ts';
import { askDuckDb, LANES } from './duck-db.ts';
import type { SharedDuckDb } from './shared-duck-db.ts';

/** Someone who reads a copy, and sees one version of it until they close. */
export interface CopyReader {
  version: number;
  ask(statement: string, parameters: readonly unknown[]): Promise<unknown[][]>;
  askInColumns(statement: string, parameters: readonly unknown[]): Promise<Columns>;
  close(): Promise<void>;
}

/** One connection in one transaction, which asks one question after the other. */
export interface Lane extends CopyReader {
  waiting(): number;
}

/**
 * Opens a reader with two lanes: two questions are answered at once, each by its part of the cores. More would gain nothing,
 * and each question that waits inside DuckDB holds one of the few threads of the process.
 * @param openOne opens a lane; of itself in tests
 */
export async function openReader(
  database: SharedDuckDb,
  openOne: (database: SharedDuckDb) => Promise<Lane> = openLane,
): Promise<CopyReader> {
  // Both are claimed at once: a moment later the copy could have been replaced.
  const opened = await Promise.allSettled(Array.from({ length: LANES }, () => openOne(database)));
  const open = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const version = Math.max(...open.map((lane) => lane.version));
  // Where a refresh has ended between the two, the later one alone sees the version.
  const lanes = open.filter((lane) => lane.version === version);
  const failed = opened.find((one) => one.status === 'rejected');
  await Promise.all(open.filter((lane) => failed || !lanes.includes(lane)).map((lane) => lane.close()));
  if (failed) throw failed.reason;
  return {
    version,
    ask: (statement, parameters) => leastBusy(lanes).ask(statement, parameters),
    askInColumns: (statement, parameters) => leastBusy(lanes).askInColumns(statement, parameters),
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

function leastBusy(lanes: readonly Lane[]): Lane {
  return lanes.reduce((best, lane) => (lane.waiting() < best.waiting() ? lane : best));
}

async function openLane(database: SharedDuckDb): Promise<Lane> {
  const { connection, leave } = await database.connect();
  try {
    // The transaction sees what there is at its first question, not at its beginning.
    const [row] = await askDuckDb(
      connection,
      'begin transaction read only; select version from copy_version',
      [],
    );
    let last: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      waiting += 1;
      const result = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = result.catch(() => {});
      return result;
    };
    return {
      version: Number(row?.[0]),
      waiting: () => waiting,
      ask: (statement, parameters) => inTurn(() => askDuckDb(connection, statement, parameters)),
      askInColumns: (statement, parameters) =>
        inTurn(() => askDuckDbInColumns(connection, statement, parameters)),
      close: () => inTurn(async () => leave()),
    };
  } catch (error) {
    leave();
    throw error;
  }
}
