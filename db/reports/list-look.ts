import { INCIDENT_LIST } from '@/db/commands/choose-list-look.ts';
import { findPreference } from '@/db/queries/preferences.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import type { Viewer } from '@/lib/access.ts';
import type { ListPreferences } from '@/lib/preferences/list-columns.ts';
import { readListPreferences } from '@/lib/preferences/list-preferences.ts';

/** How a viewer wants the list of incidents to look; as at first for whoever chose nothing, and for programs. */
export async function listLookOf(viewer: Viewer, record?: RecordDatabase): Promise<ListPreferences> {
  return readListPreferences(await findPreference(record ?? (await theRecord()), viewer, INCIDENT_LIST));
}
