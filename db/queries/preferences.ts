import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { preference } from '@/db/schema/preferences.ts';
import { wherePreferences } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

/** What somebody chose for a part of the product, as it was kept; null where they chose nothing. */
export async function findPreference(records: Records, viewer: Viewer, subject: string): Promise<unknown> {
  const [row] = await records
    .select({ chosen: preference.chosen })
    .from(preference)
    .where(and(wherePreferences(viewer), eq(preference.subject, subject)));
  return row?.chosen ?? null;
}
