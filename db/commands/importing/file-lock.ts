import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { isUnavailable } from '@/db/unavailable.ts';

/**
 * Holds the lock of one file and mapping while `work` runs, so that the same file never goes in twice at once: a
 * second import waits for the first. The lock belongs to a transaction that does nothing else, since a pooler may
 * give every statement another session; it ends with the connection, which is how a dead import is recognised.
 * @param onWait called when another import of the same file is under way
 */
export async function withFileLock<T>(
  records: PostgresJsDatabase<Record<string, never>>,
  mapping: string,
  sha256: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const outcome: { settled?: PromiseSettledResult<T> } = {};
  const holding = records.transaction(async (tx) => {
    if (!(await tryFileLock(tx, mapping, sha256))) {
      onWait();
      await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(mapping, sha256)}::bigint)`);
    }
    [outcome.settled] = await Promise.allSettled([work()]);
  });
  await holding.catch((error) => {
    // The lock may be lost on the way without harm: ids and versions keep what is written whole.
    if (!outcome.settled || !isUnavailable(error)) throw error;
  });
  if (outcome.settled?.status === 'fulfilled') return outcome.settled.value;
  throw outcome.settled?.reason;
}

/** Takes the lock for the rest of the transaction if nobody holds it. */
export async function tryFileLock(tx: Records, mapping: string, sha256: string): Promise<boolean> {
  const [row] = await tx.execute(
    sql`select pg_try_advisory_xact_lock(${keyOf(mapping, sha256)}::bigint)::text as taken`,
  );
  return row?.taken === 'true';
}

function keyOf(mapping: string, sha256: string): string {
  const digest = createHash('sha256').update(`import ${mapping} ${sha256}`).digest();
  return digest.readBigInt64BE().toString();
}
