import { expect, it } from 'vitest';
import { makeEvent, makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Window } from '@/lib/filters/filters.ts';
import { findEvent, listAllEvents } from './events.ts';
import { listMeanwhile } from './meanwhile.ts';

const { records } = await testDatabase();
const teams = await makeTeams(records, 'Billing', 'Chat', 'Accounts');
const ids = {
  release: await makeEvent(records, { day: '2026-03-01', label: 'Release 4.2' }),
  outage: await makeEvent(records, {
    day: '2026-03-30',
    lastDay: '2026-04-02',
    kind: 'outage',
    label: 'Lines down',
    teams: [teams.Chat, teams.Billing],
  }),
  training: await makeEvent(records, {
    day: '2026-04-01',
    kind: 'training',
    label: 'LEAP',
    teams: [teams.Accounts],
  }),
};

const everybody: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const ofChat: Viewer = { actor: 'account:2', roles: ['manager'], teams: [teams.Chat] };
const april = { from: '2026-04-01', until: '2026-05-01' };
const eventsIn = async (viewer: Viewer, window: Window) =>
  (await listMeanwhile(records, viewer, window)).events;
const labels = (rows: readonly { label: string }[]) => rows.map(({ label }) => label);

it('a window holds the events that begin in it and those that reach into it, the earliest first', async () => {
  const found = await eventsIn(everybody, april);
  expect(found.map(({ label, day, lastDay }) => [label, day, lastDay])).toEqual([
    ['Lines down', '2026-03-30', '2026-04-02'],
    ['LEAP', '2026-04-01', null],
  ]);
  expect(labels(await eventsIn(everybody, { from: '2026-04-03', until: '2026-05-01' }))).toEqual([]);
  expect(labels(await eventsIn(everybody, { from: '2026-03-01', until: '2026-03-30' }))).toEqual([
    'Release 4.2',
  ]);
});

it('an event names its teams by the alphabet; one that concerns all names none', async () => {
  expect((await findEvent(records, everybody, ids.outage))?.teams).toEqual([
    { teamId: teams.Billing, name: 'Billing' },
    { teamId: teams.Chat, name: 'Chat' },
  ]);
  expect((await findEvent(records, everybody, ids.release))?.teams).toEqual([]);
});

it('who sees one team sees what concerns it or all, and of its teams only that one', async () => {
  const { events, all } = await listAllEvents(records, ofChat, { limit: 10, offset: 0 });
  expect(labels(events)).toEqual(['Lines down', 'Release 4.2']);
  expect(all).toBe(2);
  expect(events[0]?.teams).toEqual([{ teamId: teams.Chat, name: 'Chat' }]);
  expect(await findEvent(records, ofChat, ids.training)).toBeNull();
  expect(labels(await eventsIn(ofChat, april))).toEqual(['Lines down']);
});

it('who sees no team sees what concerns all', async () => {
  const nobody: Viewer = { ...ofChat, teams: [] };
  expect(labels((await listAllEvents(records, nobody, { limit: 10, offset: 0 })).events)).toEqual([
    'Release 4.2',
  ]);
});

it('the second page of one each is the second latest of three', async () => {
  const { events, all } = await listAllEvents(records, everybody, { limit: 1, offset: 1 });
  expect([labels(events), all]).toEqual([['Lines down'], 3]);
});
