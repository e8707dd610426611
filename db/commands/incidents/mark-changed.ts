import type { Records } from '@/db/facts/snapshot.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { unnestInsert } from './unnest-insert.ts';

const PIECE = 5000;

/** Writes a mark for each of these incidents, so that copies of the facts read it anew. */
export async function markChanged(tx: Records, incidentIds: readonly string[], now: Date): Promise<void> {
  for (const some of inPieces(incidentIds)) {
    const marks = some.map((incidentId) => ({ incidentId, changedAt: now }));
    await unnestInsert(tx, factChange, marks);
  }
}

/** A long list in pieces that one statement takes. */
export function* inPieces<T>(all: readonly T[], size = PIECE): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
