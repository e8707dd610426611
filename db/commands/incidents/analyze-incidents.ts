import { sql } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { listMaintained } from './maintained-tables.ts';

/**
 * Has the database count incidents and what hangs on them, to be called when many have come in. It does so by itself a
 * minute or two later; until then it plans as if there were next to nothing, and a page read from it can take minutes.
 */
export async function analyzeIncidents(records: Records): Promise<void> {
  const tables = await listMaintained(records, GROWING);
  if (tables.length === 0) return;
  const names = sql.join(tables.map(sql.identifier), sql`, `);
  await records.execute(sql`analyze (skip_locked) ${names}`);
}

const GROWING = [
  ...['incident', 'incident_text', 'incident_cue', 'incident_factor', 'escalation_step'],
  ...['technique_observation', 'follow_up', 'review', 'review_rating'],
  ...['customer', 'customer_identity', 'contact_volume', 'fact_change', 'sealed_text'],
];
