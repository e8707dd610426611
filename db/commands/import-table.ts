import { rm } from 'node:fs/promises';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Viewer } from '@/lib/access.ts';
import type { TableSubject } from '@/lib/analysis/import-summary.ts';
import { importEvents } from './import-events.ts';
import { importVolumes } from './import-volumes.ts';
import type { Upload } from './receive-upload.ts';

/**
 * Imports an uploaded table of contact volumes or events and removes the upload, however that ends. Answers with the
 * number of the import.
 */
export async function importTable(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { upload, subject }: { upload: Upload; subject: TableSubject },
  now: Date,
): Promise<number> {
  try {
    return await COMMANDS[subject](records, viewer, upload, now);
  } finally {
    await rm(upload.path, { force: true });
  }
}

const COMMANDS = { contact_volumes: importVolumes, events: importEvents } as const satisfies Record<
  TableSubject,
  unknown
>;
