import { makeCustomers, makePeople } from './detail-factory.ts';
import { type MadeIncident, makeIncidents } from './incident-factory.ts';
import { randomIncidents } from './random-record.ts';
import { SMALL_RECORD } from './small-record.ts';
import { testDatabase } from './test-database.ts';
import { makeWorkspace } from './workspace.ts';

/** Records from nothing to enough; in each a panel says what it can. */
export const SIZES: readonly { name: string; made: readonly MadeIncident[]; hasPicture: boolean | null }[] = [
  { name: 'no incident', made: [], hasPicture: false },
  { name: 'one incident', made: [{ at: '2024-05-20T10:00', trigger: 'billing_error' }], hasPicture: null },
  { name: 'six incidents', made: SMALL_RECORD, hasPicture: null },
  { name: '500 incidents', made: randomIncidents(500, 11), hasPicture: true },
];

/** A database with a workspace and the incidents of one of the sizes. */
export async function openRecordOf(made: readonly MadeIncident[]) {
  const opened = await testDatabase();
  await makeWorkspace(opened.records);
  await makePeople(opened.records, { North: ['a'] });
  const customers = await makeCustomers(opened.records, 30);
  await makeIncidents(
    opened.records,
    made.map((one, index) => returning(one, customers[(index * 7) % 41])),
  );
  return opened;
}

function returning(one: MadeIncident, customer: number | undefined): MadeIncident {
  return customer === undefined ? one : { ...one, customer };
}
