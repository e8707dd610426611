import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { whereFormDrafts } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

/** What somebody has entered in a form and not sent, sealed; null where there is nothing. */
export async function findFormDraft(
  records: Records,
  viewer: Viewer,
  form: string,
): Promise<{ sealed: string; savedAt: Date } | null> {
  const [row] = await records
    .select({ sealed: formDraft.sealed, savedAt: formDraft.savedAt })
    .from(formDraft)
    .where(and(whereFormDrafts(viewer), eq(formDraft.form, form)));
  return row ?? null;
}
