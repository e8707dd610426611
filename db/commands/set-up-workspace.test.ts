import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { makeSetUpLink, spendSetUpToken } from '@/db/accounts/set-up-link.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { setUpLink, user } from '@/db/schema/accounts.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { workspace } from '@/db/schema/organisation.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { SetUp } from '@/lib/workspace/set-up-form.ts';
import { setUpWorkspaceIn } from './set-up-workspace.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-03T10:00:00Z');
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const form: SetUp = {
  email: 'maria@example.com',
  name: 'Maria Bauer',
  password: 'seven bridges, one river',
  workspaceName: 'Example Energy',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
};

beforeEach(async () => {
  await records.delete(user);
  await records.delete(workspace);
  await records.delete(setUpLink);
});

it('the link makes the workspace and one administrator, and says so in the audit log', async () => {
  const token = await makeSetUpLink(records, NOW);
  await setUpWorkspaceIn(records, form, { token }, hoursLater(23));
  expect(await findWorkspace(records)).toEqual({
    name: 'Example Energy',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    currency: 'EUR',
  });
  const accounts = await records.select().from(user);
  expect(accounts.map((row) => [row.email, row.roles])).toEqual([
    ['maria@example.com', ['manager', 'trainer', 'qa', 'admin']],
  ]);
  const [row] = await records.select().from(auditLog).where(eq(auditLog.action, 'workspace_set_up'));
  expect(row).toMatchObject({
    actor: `account:${accounts[0]?.id}`,
    detail: { by: 'link', roles: ['manager', 'trainer', 'qa', 'admin'] },
  });
});

it('the link works once', async () => {
  const token = await makeSetUpLink(records, NOW);
  await setUpWorkspaceIn(records, form, { token }, NOW);
  await expect(setUpWorkspaceIn(records, form, { token }, NOW)).rejects.toThrow(/set up already/);
  await records.delete(user);
  await expect(setUpWorkspaceIn(records, form, { token }, NOW)).rejects.toThrow(/used, replaced or is older/);
  expect(await records.$count(user)).toBe(0);
});

it('after 24 hours it does not work, and nothing is written', async () => {
  const token = await makeSetUpLink(records, NOW);
  await expect(setUpWorkspaceIn(records, form, { token }, hoursLater(24))).rejects.toThrow(
    /older than a day/,
  );
  expect([await records.$count(user), await records.$count(workspace)]).toEqual([0, 0]);
});

it('a new start replaces it', async () => {
  const first = await makeSetUpLink(records, NOW);
  const second = await makeSetUpLink(records, NOW);
  await expect(setUpWorkspaceIn(records, form, { token: first }, NOW)).rejects.toThrow(/replaced/);
  expect(await spendSetUpToken(records, second, NOW)).toBe(true);
});

it('a guessed token, an empty one and the hash itself do not work', async () => {
  await makeSetUpLink(records, NOW);
  const [kept] = await records.select().from(setUpLink);
  for (const token of ['', 'guess', kept?.tokenHash ?? '']) {
    await expect(setUpWorkspaceIn(records, form, { token }, NOW)).rejects.toThrow(/This link/);
  }
});

it('of two people with the link at once, one is the administrator', async () => {
  const token = await makeSetUpLink(records, NOW);
  const results = await Promise.allSettled([
    setUpWorkspaceIn(records, form, { token }, NOW),
    setUpWorkspaceIn(records, { ...form, email: 'other@example.com' }, { token }, NOW),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await records.$count(user)).toBe(1);
});

it('a failure in the middle leaves nothing behind, and the link still works', async () => {
  const token = await makeSetUpLink(records, NOW);
  await records.insert(workspace).values({ ...form, name: 'in the way', madeAt: NOW });
  await expect(setUpWorkspaceIn(records, form, { token }, NOW)).rejects.toThrow();
  expect(await records.$count(user)).toBe(0);
  expect(await spendSetUpToken(records, token, NOW)).toBe(true);
});
