import { beforeEach, expect, it } from 'vitest';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { incident, incidentText } from '@/db/schema/incidents.ts';
import { customer, customerIdentity, workspace } from '@/db/schema/organisation.ts';
import { retentionRun } from '@/db/schema/retention.ts';
import { failEverywhere } from '@/db/testing/failing-records.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { readyIncident } from '@/db/testing/ready-incident.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { KEEP_ALL } from '@/lib/privacy/retention.ts';
import { applyRetention } from './apply-retention.ts';
import { erasePerson } from './erase-person.ts';

const { records, sql } = await testDatabase();
await makeWorkspace(records);
const NOW = new Date('2024-06-01T12:00:00Z');
const NO_HOME = '/nonexistent-home-of-a-test';

async function writeAgain(): Promise<void> {
  for (const table of [incident, customer, retentionRun]) await records.delete(table);
  const said = { customer: 'Zelda Quimby', narrative: 'The bill was wrong.' };
  const writing = { timeZone: 'UTC', importRunId: null, now: NOW };
  const ready = ['a', 'b'].map((id) => readyIncident(id, said));
  await records.transaction((tx) => writeIncidents(tx, ready, writing));
}
beforeEach(writeAgain);

const wordsLeft = async () => {
  const texts = await records.select().from(incidentText);
  return texts.filter(({ narrative }) => narrative !== null).length;
};
const countOf = async (action: string) =>
  (await records.select().from(auditLog)).filter((row) => row.action === action).length;

it('a person is erased with both incidents and the audit row, or not at all, whichever statement fails', async () => {
  let noted = 0;
  const statements = await failEverywhere(
    sql,
    async (failing) => {
      const customers = (await records.select().from(customer)).map(({ customerId }) => customerId);
      const asked = { name: 'Zelda Quimby', also: [], customers, agents: [], elsewhere: false };
      noted = await countOf('person_erased');
      await erasePerson(failing, EVERYBODY, asked, { home: NO_HOME, now: NOW });
    },
    async (failsAt) => {
      const identities = (await records.select().from(customerIdentity)).length;
      const [erased] = await records.select().from(customer);
      const state = [
        identities,
        await wordsLeft(),
        erased?.erasedKey === null ? 'known' : 'erased',
        (await countOf('person_erased')) - noted,
      ];
      const whole = state[0] === 0 ? [0, 0, 'erased', 1] : [1, 2, 'known', 0];
      expect(state, `statement ${failsAt}`).toEqual(whole);
      expect(await findBrokenAuditRow(records)).toBeNull();
      await writeAgain();
    },
  );
  expect(statements).toBeGreaterThan(15);
});

it('a batch of retention removes words, marks and counts together, or nothing of these, and the next run completes it', async () => {
  await records.update(workspace).set({ settings: { retention: { ...KEEP_ALL, words: 1 } } });
  await failEverywhere(
    sql,
    (failing) => applyRetention(failing, EVERYBODY, NOW),
    async (failsAt) => {
      const [run] = await records.select().from(retentionRun);
      expect(2 - (await wordsLeft()), `statement ${failsAt}`).toBe(run?.removed.words ?? 0);
      const later = new Date(NOW.getTime() + 3_600_000);
      if (run?.finishedAt === null || !run) {
        expect(await applyRetention(records, EVERYBODY, later)).toEqual({ words: 2 });
      }
      expect(await wordsLeft()).toBe(0);
      await writeAgain();
    },
  );
});
