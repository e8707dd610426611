import type { DuckDBConnection } from '@duckdb/node-api';

/** Does all of the work on a copy or nothing of it. */
export async function transact<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
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
