import { demandAccount } from '@/db/accounts/scope.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { preference } from '@/db/schema/preferences.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { ListPreferences } from '@/lib/preferences/list-columns.ts';

export const INCIDENT_LIST = 'incidents';

/** Keeps how somebody wants the list of incidents to look. That is nobody else's business: it is not audited. */
export async function chooseListLook(
  records: RecordDatabase,
  viewer: Viewer,
  chosen: ListPreferences,
): Promise<void> {
  demand(viewer, 'see_incidents');
  await records
    .insert(preference)
    .values({ userId: demandAccount(viewer), subject: INCIDENT_LIST, chosen })
    .onConflictDoUpdate({ target: [preference.userId, preference.subject], set: { chosen } });
}
