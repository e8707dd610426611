import type { RecordDatabase } from '@/db/reports/reading.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { makeIncidents } from './incident-factory.ts';
import { makeTeams } from './settings-rows.ts';
import { makeWorkspace } from './workspace.ts';

/**
 * Incidents 1 to 12, in the order in which they are made. 1 to 6 are of one minute; the severities 1, 2, 3 and "not
 * known" come round; 1 to 8 are billing errors, the others unclassified; the even ones are of team 2; 3 and 4 took 10
 * minutes to close and the others nobody knows how long; every third tells of a late fee, and the others that all was
 * well.
 */
export async function makeTwelve(records: RecordDatabase): Promise<void> {
  await makeWorkspace(records);
  await makeTeams(records, 'One', 'Two');
  await makeIncidents(records, TWELVE);
  const rows = await records.select({ id: incident.incidentId, number: incident.number }).from(incident);
  await records.insert(incidentText).values(
    rows.map(({ id, number }) => ({
      incidentId: id,
      narrative: number % 3 === 0 ? 'The fee was late.' : 'All was well.',
    })),
  );
}

const TWELVE = Array.from({ length: 12 }, (_, index) => ({
  at: index < 6 ? '2024-03-01T10:00' : `2024-03-${String(index).padStart(2, '0')}T10:00`,
  team: (index % 2) + 1,
  ...(index % 4 === 3 ? {} : { severity: (index % 4) + 1 }),
  ...(index < 8 ? { trigger: 'billing_error' } : {}),
  ...(index === 2 || index === 3 ? { minutesToClose: 10 } : {}),
}));
