import { beforeAll, expect, test } from 'vitest';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { ask, EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { listRareEvents } from './rare-events.ts';

const { records } = await testDatabase();
const [frontline, beyond] = [['frontline'], ['frontline', 'legal']];
const MADE: MadeIncident[] = [
  { at: '2024-03-04', path: frontline },
  { at: '2024-03-05', path: beyond },
  // Its path is not known: it is no case of the escalation rate.
  { at: '2024-03-05' },
  { at: '2024-03-05', path: frontline },
  { at: '2024-03-07', path: frontline, trigger: 'billing_error' },
  { at: '2024-03-09', path: beyond, trigger: 'billing_error' },
];

beforeAll(async () => {
  await makeWorkspace(records);
  await makeIncidents(records, MADE);
});

const events = (query: string, few: 'above' | 'rest') =>
  ask(records, query, (snapshot, asked) =>
    listRareEvents(snapshot, EVERYBODY, asked, 'escalation_rate', few),
  );

test('the two that were escalated are the 2nd and the 5th of five cases, two and one of which are of their days', async () => {
  expect(await events('', 'above')).toEqual([
    { day: '2024-03-05', place: 2, onDay: 2 },
    { day: '2024-03-09', place: 5, onDay: 1 },
  ]);
});

test('the rest are the 1st, 3rd and 4th; under a filter places are counted among what it leaves', async () => {
  expect((await events('', 'rest')).map(({ place }) => place)).toEqual([1, 3, 4]);
  expect(await events('trigger=billing_error', 'above')).toEqual([{ day: '2024-03-09', place: 2, onDay: 1 }]);
});
