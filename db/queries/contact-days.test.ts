import { beforeAll, expect, test } from 'vitest';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import { toLocalDate } from '@/lib/filters/local-dates.ts';
import { listContactDays } from './contact-days.ts';

const { records } = await testDatabase();
const teams: number[] = [];

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a'], South: ['b'] })).values()];
  teams.push(...new Set(people.map(({ team }) => team)));
  const [north = 0, south = 0] = teams;
  await makeVolumes(records, [
    { day: '2024-03-04', team: north, channel: 'phone', contacts: 40 },
    { day: '2024-03-04', team: south, channel: 'chat', contacts: 9 },
    { day: '2024-03-06', team: south, channel: 'chat', contacts: 0 },
    { day: '2024-03-11', team: north, channel: 'phone', contacts: 50 },
  ]);
});

const days = async (query: string, viewer: Viewer = EVERYBODY) => {
  const found = await ask(records, query, (snapshot, asked) => listContactDays(snapshot, viewer, asked), {
    window: { from: '2024-03-01', until: '2024-03-11' },
  });
  return [...found].map(toLocalDate);
};

test('4 and 6 March have contacts of some team, also when they are none; 11 March lies outside of the window', async () => {
  expect(await days('')).toEqual(['2024-03-04', '2024-03-06']);
});

test('a channel and a team are known of contacts, a trigger is not', async () => {
  expect(await days('channel=phone')).toEqual(['2024-03-04']);
  expect(await days(`team=${teams[1]}`)).toEqual(['2024-03-04', '2024-03-06']);
  expect(await days('trigger=billing_error')).toEqual(['2024-03-04', '2024-03-06']);
});

test('who sees the team North finds its day alone', async () => {
  expect(await days('', { ...EVERYBODY, roles: ['manager'], teams: teams.slice(0, 1) })).toEqual([
    '2024-03-04',
  ]);
});
