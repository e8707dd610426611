import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { addAccount } from '@/db/accounts/add-account.ts';
import { firstViewOf, viewsReport } from '@/db/reports/views.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { makeTeams } from '@/db/testing/settings-rows.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Role, Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { saveViewForm } from '@/lib/views/view-forms.ts';
import { isSameQuery } from '@/lib/views/view-model.ts';
import { chooseFirstView, chooseView, leaveView } from './choose-view.ts';
import { removeView } from './remove-view.ts';
import { saveView } from './save-view.ts';
import { updateView } from './update-view.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-22T10:00:00Z');
await makeTeams(records, 'Billing');
await makeTeams(records, 'Retail');
const somebody = async (name: string, role: Role, teams: Viewer['teams']): Promise<Viewer> => {
  const entry = { name, email: `${name}@example.org`, password: 'a quiet word at noon', roles: [role] };
  return { actor: `account:${await addAccount(records, entry, NOW)}`, roles: [role], teams };
};
const mia = await somebody('mia', 'manager', [1]);
const max = await somebody('max', 'manager', [1]);
const rob = await somebody('rob', 'manager', [2]);
const qi = await somebody('qi', 'qa', 'all');
const entry = (name: string, sharing: string, page = '/') =>
  saveViewForm.parse({ page, query: 'channel=phone&period=last-12-weeks', name, sharing });
const namesFor = async (viewer: Viewer) =>
  (await viewsReport(viewer, '/', records)).views.map(({ name }) => name);

it('one’s own views are nobody else’s; a team’s are for those who see the team, the others for everybody', async () => {
  await saveView(records, mia, entry('Mine', 'mine'), NOW);
  await saveView(records, mia, entry('Team', 'team:1'), NOW);
  await saveView(records, qi, entry('House', 'all'), NOW);
  expect(await namesFor(mia)).toEqual(['House', 'Mine', 'Team']);
  expect(await namesFor(max)).toEqual(['House', 'Team']);
  expect(await namesFor(rob)).toEqual(['House']);
  expect(await namesFor(qi)).toEqual(['House', 'Team']);
  const audited = await records.select().from(auditLog).where(eq(auditLog.action, 'view_saved'));
  expect(audited.map(({ detail }) => detail)).toContainEqual({ page: '/', scope: 'team', team: 1 });
});

it('a view is shared with own teams only, and with everybody only by who sees all', async () => {
  await expect(saveView(records, rob, entry('Theirs', 'team:1'), NOW)).rejects.toThrow(Forbidden);
  await expect(saveView(records, rob, entry('All', 'all'), NOW)).rejects.toThrow(Forbidden);
  const agent: Viewer = { actor: rob.actor, roles: ['agent'], teams: [] };
  await expect(saveView(records, agent, entry('Figures', 'mine'), NOW)).rejects.toThrow(Forbidden);
});

it('who saved it changes and removes it; to others it is refused, and out of sight it is not there', async () => {
  const viewId = await saveView(records, mia, entry('Weekly', 'team:1'), NOW);
  await updateView(records, mia, { viewId, query: 'channel=chat' }, NOW);
  await expect(updateView(records, max, { viewId, query: '' }, NOW)).rejects.toThrow(Forbidden);
  await expect(removeView(records, max, { viewId }, NOW)).rejects.toThrow(Forbidden);
  await expect(removeView(records, rob, { viewId }, NOW)).rejects.toThrow(NotFound);
  const { views } = await viewsReport(max, '/', records);
  expect(views.find((view) => view.viewId === viewId)).toMatchObject({ query: 'channel=chat', isOwn: false });
  await chooseView(records, max, viewId);
  await removeView(records, mia, { viewId }, NOW);
  expect((await viewsReport(max, '/', records)).last).toBeNull();
});

it('the last view of each page is remembered, one of all pages comes first, and leaving forgets', async () => {
  const one = await saveView(records, max, entry('One', 'mine'), NOW);
  const list = await saveView(records, max, entry('List', 'mine', '/incidents'), NOW);
  expect((await viewsReport(max, '/', records)).last).toEqual({ viewId: one, isFirst: false });
  expect(await firstViewOf(max, records)).toBeNull();
  await chooseFirstView(records, max, { viewId: one, isFirst: true });
  await chooseFirstView(records, max, { viewId: list, isFirst: true });
  expect(await firstViewOf(max, records)).toBe('/incidents?channel=phone&period=last-12-weeks');
  expect((await viewsReport(max, '/', records)).last).toEqual({ viewId: one, isFirst: false });
  await leaveView(records, max, '/incidents');
  expect(await firstViewOf(max, records)).toBeNull();
});

it('a query stays a query, whatever is in it, and its order does not matter', () => {
  const { query } = saveViewForm.parse({ page: '/', name: 'x', query: 'a=1#/settings\r\nb' });
  expect(query).toBe('a=1%23%2Fsettings%0D%0Ab');
  expect(isSameQuery('a=1&b=2', 'b=2&a=1')).toBe(true);
  expect(isSameQuery('a=1', 'a=2')).toBe(false);
  expect(saveViewForm.safeParse({ page: '/settings', name: 'x' }).success).toBe(false);
});
