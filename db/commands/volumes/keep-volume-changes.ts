import { unnestInsert } from '@/db/commands/incidents/unnest-insert.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { volumeChange } from '@/db/schema/imports.ts';
import { isChange, type StoredVolume } from './store-volumes.ts';

const BATCH = 5000;

/** Keeps what an import changed, by which it can be undone. */
export async function keepVolumeChanges(
  tx: Records,
  importRunId: number,
  stored: readonly StoredVolume[],
): Promise<void> {
  const changes = stored
    .filter(isChange)
    .map(({ contacts, ...entry }) => ({ ...entry, importRunId, after: contacts }));
  for (let from = 0; from < changes.length; from += BATCH) {
    await unnestInsert(tx, volumeChange, changes.slice(from, from + BATCH));
  }
}
