import { eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { incident, source } from '@/db/schema/incidents.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';

/** The sample's source in the record; null while the sample is not loaded. */
export async function findSample(records: Records): Promise<{ code: number } | null> {
  const [row] = await records
    .select({ code: source.code })
    .from(source)
    .where(eq(source.id, SAMPLE_SOURCE.id));
  return row ?? null;
}

/** Whether there is any incident, of the sample or of anybody else. */
export async function hasIncidents(records: Records): Promise<boolean> {
  const found = await records.select({ id: incident.incidentId }).from(incident).limit(1);
  return found.length > 0;
}
