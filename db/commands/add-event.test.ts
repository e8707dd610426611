import { asc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findEvent } from '@/db/queries/events.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { event, eventTeam } from '@/db/schema/organisation.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';
import type { EventEntry } from '@/lib/workspace/event-form.ts';
import { addEvent } from './add-event.ts';
import { changeEvent } from './change-event.ts';
import { removeEvent } from './remove-event.ts';

const { records } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: [] };
const NOW = new Date('2026-11-22T10:00:00Z');
const teams = await makeTeams(records, 'Billing', 'Chat');
const release: EventEntry = {
  label: 'Release 4.2',
  kind: 'release',
  day: '2026-11-03',
  lastDay: null,
  teams: [],
};

it('an event is added, changed and deleted, each with its audit row, which holds no words of it', async () => {
  const eventId = await addEvent(records, admin, { ...release, teams: [teams.Chat, teams.Chat] }, NOW);
  expect(await findEvent(records, admin, eventId)).toMatchObject({
    label: 'Release 4.2',
    lastDay: null,
    teams: [{ name: 'Chat' }],
    version: 1,
  });
  const longer = {
    ...release,
    label: 'Release 4.2, in two steps',
    lastDay: '2026-11-04',
    teams: [teams.Billing],
  };
  await changeEvent(records, admin, { eventId, version: 1 }, longer, NOW);
  expect(await findEvent(records, admin, eventId)).toMatchObject({
    ...longer,
    teams: [{ name: 'Billing' }],
    version: 2,
  });
  await removeEvent(records, admin, eventId, NOW);
  expect(await findEvent(records, admin, eventId)).toBeNull();
  expect(await records.$count(eventTeam)).toBe(0);
  const rows = await records.select().from(auditLog).orderBy(asc(auditLog.auditId));
  expect(rows.map(({ action, subject }) => [action, subject])).toEqual([
    ['event_added', `event:${eventId}`],
    ['event_changed', `event:${eventId}`],
    ['event_deleted', `event:${eventId}`],
  ]);
  expect(JSON.stringify(rows)).not.toContain('Release');
});

it('of two who change it at once, the second is told; so is who changes or deletes one that is gone', async () => {
  const eventId = await addEvent(records, admin, release, NOW);
  const change = () => changeEvent(records, admin, { eventId, version: 1 }, release, NOW);
  await change();
  await expect(change()).rejects.toThrow(Conflict);
  await removeEvent(records, admin, eventId, NOW);
  await expect(removeEvent(records, admin, eventId, NOW)).rejects.toThrow(Conflict);
  await expect(changeEvent(records, admin, { eventId, version: 2 }, release, NOW)).rejects.toThrow(Conflict);
});

it('a team that is not there is said at its field, and nothing is kept', async () => {
  const entry = { ...release, teams: [teams.Billing, 999] };
  await expect(addEvent(records, admin, entry, NOW)).rejects.toThrow(Invalid);
  expect(await records.$count(event)).toBe(0);
});

it.each(['agent', 'trainer', 'manager', 'qa'] as const)(
  'a %s adds, changes and deletes none',
  async (role) => {
    const viewer: Viewer = { actor: 'account:2', roles: [role], teams: 'all' };
    await expect(addEvent(records, viewer, release, NOW)).rejects.toThrow(Forbidden);
    await expect(changeEvent(records, viewer, { eventId: 1, version: 1 }, release, NOW)).rejects.toThrow(
      Forbidden,
    );
    await expect(removeEvent(records, viewer, 1, NOW)).rejects.toThrow(Forbidden);
  },
);
