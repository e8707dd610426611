import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { source } from '@/db/schema/incidents.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';

/** The sample's source in the record; null while the sample is not loaded. */
export async function findSample(records: Records): Promise<{ code: number } | null> {
  const [row] = await records
    .select({ code: source.code })
    .from(source)
    .where(eq(source.id, SAMPLE_SOURCE.id));
  return row ?? null;
}
