import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { connectDuckDb } from './duck-db.ts';

/** A database whose memory is given back when it is retired and the last one who uses it has left. */
export interface SharedDuckDb {
  connect(): Promise<{ connection: DuckDBConnection; leave: () => void }>;
  using<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  retire(): void;
}

/** @param onClosed is called once, when nobody uses it any more */
export function shareDuckDb(instance: DuckDBInstance, onClosed: () => void): SharedDuckDb {
  let users = 0;
  let isRetired = false;
  const closeIfUnused = () => {
    if (!isRetired || users > 0) return;
    instance.closeSync();
    onClosed();
  };

  async function connect() {
    if (isRetired) throw new Error('this copy of the facts has been replaced by another one');
    users += 1;
    let connection: DuckDBConnection | undefined;
    let hasLeft = false;
    const leave = () => {
      if (hasLeft) return;
      hasLeft = true;
      connection?.closeSync();
      users -= 1;
      closeIfUnused();
    };
    try {
      connection = await connectDuckDb(instance);
      return { connection, leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  return {
    connect,
    using: async (work) => {
      const { connection, leave } = await connect();
      try {
        return await work(connection);
      } finally {
        leave();
      }
    },
    retire: () => {
      if (isRetired) return;
      isRetired = true;
      closeIfUnused();
    },
  };
}
