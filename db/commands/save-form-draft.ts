import { and, eq } from 'drizzle-orm';
import { demandAccount } from '@/db/accounts/scope.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { formDraft } from '@/db/schema/form-drafts.ts';
import { formDraftPlace, sealText } from '@/db/sealing.ts';
import { whereFormDrafts } from '@/db/where-kept.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { FormEntries } from '@/lib/incident-form/incident-form.ts';

export const INCIDENT_FORM = 'incident';

// A draft is nobody else's and nothing yet: neither is audited.

/** Keeps what somebody has entered of a new incident, sealed, in the place of what was kept before. */
export async function saveFormDraft(
  records: RecordDatabase,
  viewer: Viewer,
  entries: FormEntries,
  now: Date,
): Promise<void> {
  demand(viewer, 'document');
  const userId = demandAccount(viewer);
  const sealed = sealText(formDraftPlace(userId, INCIDENT_FORM), JSON.stringify(entries));
  await records
    .insert(formDraft)
    .values({ userId, form: INCIDENT_FORM, sealed, savedAt: now })
    .onConflictDoUpdate({ target: [formDraft.userId, formDraft.form], set: { sealed, savedAt: now } });
}

/** Drops what somebody has entered of a new incident. */
export async function dropFormDraft(records: RecordDatabase, viewer: Viewer): Promise<void> {
  demand(viewer, 'document');
  await records.delete(formDraft).where(and(whereFormDrafts(viewer), eq(formDraft.form, INCIDENT_FORM)));
}
