import { beforeAll, expect, it } from 'vitest';
import { setIncidentAside } from '@/db/commands/set-incident-aside.ts';
import { incident } from '@/db/schema/incidents.ts';
import { team } from '@/db/schema/organisation.ts';
import { keptPattern, patternIncident } from '@/db/schema/patterns.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import { patternsOfIncident } from './incident-patterns.ts';

const { records } = await testDatabase();
const QA: Viewer = { actor: 'account:1', roles: ['qa'], teams: 'all' };
const NOW = new Date('2024-06-01T12:00:00Z');
let numbers: number[] = [];
let leeds = 0;

beforeAll(async () => {
  await makeWorkspace(records);
  const [made] = await records.insert(team).values({ name: 'Leeds' }).returning({ id: team.teamId });
  leeds = made?.id ?? 0;
  await makeIncidents(records, [
    { at: '2020-05-01T08:00', trigger: 'billing_error', team: leeds },
    { at: '2024-05-02T08:00', trigger: 'service_delay' },
  ]);
  const rows = await records.select().from(incident).orderBy(incident.number);
  numbers = rows.map(({ number }) => number);
  const kept = { measure: 'incidents', better: 'lower', status: 'watching', keptAt: NOW } as const;
  const by = { ownerAccount: 'test', keptBy: 'test' };
  const patterns = await records
    .insert(keptPattern)
    .values([
      { ...kept, ...by, name: 'Bills', filter: 'trigger=billing_error' },
      { ...kept, ...by, name: 'Waits', filter: 'trigger=service_delay' },
      { ...kept, ...by, name: 'Leeds', filter: `team=${leeds}` },
    ])
    .returning({ id: keptPattern.keptPatternId });
  const [bill] = rows;
  const evidence = { keptPatternId: patterns[1]?.id ?? 0, linkedBy: 'test', linkedAt: NOW };
  await records.insert(patternIncident).values({ ...evidence, incidentId: bill?.incidentId ?? '' });
});

const ask = async (viewer: Viewer, number = 0) =>
  (await patternsOfIncident(viewer, number, { record: records })).map(
    ({ name, isNamed }) => `${name}${isNamed ? ', named' : ''}`,
  );

it('holds an incident of four years ago by 2 filters and names it in a third; the other one by 1', async () => {
  expect(await ask(QA, numbers[0])).toEqual(['Leeds', 'Waits, named', 'Bills']);
  expect(await ask(QA, numbers[1])).toEqual(['Waits']);
});

it('tells a manager of Leeds the pattern of Leeds alone, and nothing of an incident elsewhere', async () => {
  const manager: Viewer = { actor: 'account:2', roles: ['manager'], teams: [leeds] };
  expect(await ask(manager, numbers[0])).toEqual(['Leeds']);
  expect(await ask(manager, numbers[1])).toEqual([]);
  await expect(ask({ ...manager, roles: ['trainer'] }, numbers[0])).rejects.toThrow(Forbidden);
});

it('no filter holds what is set aside', async () => {
  const number = numbers[1] ?? 0;
  await setIncidentAside(records, QA, { number, reason: 'A test call', sameAs: null }, NOW);
  expect(await ask(QA, number)).toEqual([]);
});
