import { beforeAll, expect, it } from 'vitest';
import { team } from '@/db/schema/organisation.ts';
import { trainingModule, trainingSession, trainingSessionTeam } from '@/db/schema/training.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { overviewPanel } from './overview.ts';

const { records } = await testDatabase();
const teams = { Billing: 0, Chat: 0 };

beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, { Billing: ['Ann'], Chat: ['Zoe'] });
  for (const row of await records.select().from(team)) Object.assign(teams, { [row.name]: row.teamId });
  const days = ['2024-01-02', '2024-01-09', '2024-01-16', '2024-01-23', '2024-02-06'];
  const of = [...people.values()];
  await makeIncidents(
    records,
    days.map((at, index) => ({ at, ...of[index % 2] })),
  );
  await hold('LEAP', '2024-01-10', teams.Billing);
  await hold('Calm', '2024-01-17', teams.Chat);
  await hold('Ahead', '2024-02-09', teams.Billing);
});

async function hold(name: string, heldOn: string, teamId: number): Promise<void> {
  const made = { madeBy: 'account:1', madeAt: new Date('2024-01-01T09:00:00Z') };
  const [module] = await records
    .insert(trainingModule)
    .values({ ...made, name, form: 'role_play' })
    .returning({ trainingModuleId: trainingModule.trainingModuleId });
  const [session] = await records
    .insert(trainingSession)
    .values({ ...made, trainingModuleId: module?.trainingModuleId ?? 0, heldOn })
    .returning({ trainingSessionId: trainingSession.trainingSessionId });
  await records
    .insert(trainingSessionTeam)
    .values({ trainingSessionId: session?.trainingSessionId ?? 0, teamId });
}

async function drawn(viewer: Viewer, query = ''): Promise<unknown[]> {
  const filters = parseFilters(new URLSearchParams(`period=2024-01-01..2024-02-11&${query}`));
  const now = Date.parse('2024-02-08T12:00:00Z');
  const { panel } = await overviewPanel(viewer, filters, 'series', { record: records, now });
  const events = panel.table.columns.findIndex(({ id }) => id === 'event');
  return panel.table.rows.flatMap(({ cells }) => cells[events] ?? []);
}

it('training that was held stands on the chart with whom it was for, what is only planned does not', async () => {
  expect(await drawn(EVERYBODY)).toEqual(['10 Jan Training “LEAP”, Billing', '17 Jan Training “Calm”, Chat']);
});

it('a chart of one team has the training of that team alone', async () => {
  expect(await drawn(EVERYBODY, `team=${teams.Chat}`)).toEqual(['17 Jan Training “Calm”, Chat']);
});

it('a manager sees that of own teams, and a key for figures none: it may not know who was trained', async () => {
  const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams.Billing] };
  expect(await drawn(manager)).toEqual(['10 Jan Training “LEAP”, Billing']);
  const key: Viewer = { actor: 'key:1', roles: [], teams: 'all', scopes: ['read_reports'] };
  expect(await drawn(key)).toEqual([]);
});
