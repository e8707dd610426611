import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { inTurns } from './in-turns.ts';

const EVERY_MS = 10_000;

/** Beside the databases of questions, to have the memory of this process given back. */
export interface Caretaker {
  /** Has the system take back what all threads have freed. Takes a thread of its own up to 40 ms, with nothing to do two. */
  giveBack(): Promise<void>;
  close(): void;
}

/**
 * What a large answer has used, its threads keep for the next one: the C library gives it back only when it is told to.
 * DuckDB tells it when a thread has nothing to do or when the number of its threads changes. Questions have no threads that
 * wait beside them, so that the number is changed, of a database that holds nothing.
 */
export async function openCaretaker(): Promise<Caretaker> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    temp_directory: '',
    enable_external_access: 'false',
  });
  let connection: DuckDBConnection;
  try {
    connection = await instance.connect();
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return {
    giveBack: async () => {
      await connection.run('set global threads = 2');
      await connection.run('set global threads = 1');
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Gives back memory every ten seconds, until the function that comes back is called.
 * @param onError hears why that could not be begun or gone on with; nothing else depends on it
 */
export function keepGivingBack(onError: (error: unknown) => void, everyMs = EVERY_MS): () => Promise<void> {
  let caretaker: Caretaker | null = null;
  const turns = inTurns(async () => {
    try {
      caretaker ??= await openCaretaker();
      await caretaker.giveBack();
    } catch (error) {
      onError(error);
      void turns.end();
    }
  }, everyMs);
  void turns.next();
  return async () => {
    await turns.end();
    caretaker?.close();
  };
}
