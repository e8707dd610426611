import type { Records } from '@/db/facts/snapshot.ts';
import type { ReadyIncident, Writing } from './incident-write.ts';
import { lookUp } from './look-up.ts';
import { type PreparedBatch, prepareBatch, storeBatch, type WrittenIncidents } from './write-incidents.ts';

/**
 * Writes batches one after another in one transaction. While the database writes one, the next is prepared here.
 * @param batches every id once in all of them
 * @param onStored when a batch is in; the next one waits for it
 * @throws Conflict like `writeIncidents`
 */
export async function writeBatches<Batch extends { ready: readonly ReadyIncident[] }>(
  tx: Records,
  batches: AsyncIterator<Batch, void>,
  writing: Writing,
  onStored: (batch: Batch, written: WrittenIncidents) => Promise<void>,
): Promise<void> {
  const look = async (made: IteratorResult<Batch, void>) => (made.done ? null : lookUp(tx, made.value.ready));
  const prepare = async (known: Awaited<ReturnType<typeof look>>) => known && prepareBatch(known, writing);
  const store = async (batch: Batch, prepared: PreparedBatch) => {
    await onStored(batch, await storeBatch(tx, prepared));
  };
  let current = await batches.next();
  let prepared = await prepare(await look(current));
  let next = await batches.next();
  while (!current.done && prepared) {
    // Asked for first: behind the statements of the current batch the answers would come too late.
    const known = await look(next);
    const stored = store(current.value, prepared);
    current = next;
    [prepared, next] = await together([prepare(known), batches.next(), stored]);
  }
}

/** Like `Promise.all`, but a failure waits for the others: a statement must not come after the end of its transaction. */
async function together<const All extends readonly Promise<unknown>[]>(tasks: All) {
  await Promise.allSettled(tasks);
  return Promise.all(tasks);
}
