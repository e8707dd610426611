import type { Records } from '@/db/facts/snapshot.ts';
import type { ReadyIncident, Writing } from './incident-write.ts';
import { type Known, lookUp } from './look-up.ts';
import { oneAhead } from './one-ahead.ts';
import { together } from './together.ts';
import { type PreparedBatch, prepareBatch, storeBatch, type WrittenIncidents } from './write-incidents.ts';

/**
 * Writes batches one after another in one transaction. While the database writes one, the next is prepared here, what
 * the record knows of the one after that is asked for, and a further one is made: the database waits for none of it.
 * @param batches every id once in all of them
 * @param onStored when a batch is in; the next one waits for it
 * @throws Conflict like `writeIncidents`
 */
export async function writeBatches<Batch extends { ready: readonly ReadyIncident[] }>(
  tx: Records,
  batches: AsyncGenerator<Batch, void>,
  writing: Writing,
  onStored: (batch: Batch, written: WrittenIncidents) => Promise<void>,
): Promise<void> {
  const made = oneAhead(batches);
  const look = async () => {
    const { value: batch } = await made.next();
    return batch ? { batch, known: await lookUp(tx, batch.ready) } : null;
  };
  const prepare = async (looked: { batch: Batch; known: Known } | null) =>
    looked && { batch: looked.batch, prepared: await prepareBatch(looked.known, writing) };
  const store = async (ready: { batch: Batch; prepared: PreparedBatch } | null) => {
    if (ready) await onStored(ready.batch, await storeBatch(tx, ready.prepared));
  };
  try {
    let looked = await look();
    let prepared = await prepare(null);
    while (looked || prepared) {
      const [, next, ready] = await together([store(prepared), look(), prepare(looked)]);
      looked = next;
      prepared = ready;
    }
  } finally {
    await made.return();
  }
}
