import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { accountAgent, accountTeam, apiKey, user } from '@/db/schema/accounts.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Role } from '@/lib/access.ts';
import { ensureApiKey } from './api-keys.ts';
import { accountActor, findViewerOfActor } from './scope.ts';

const { records } = await testDatabase();
const NOW = new Date('2026-11-03T10:00:00Z');
const made = { team: 0, other: 0, agent: 0 };

beforeAll(async () => {
  const teams = await records
    .insert(team)
    .values([{ name: 'Leeds' }, { name: 'Bristol' }])
    .returning({ id: team.teamId });
  [made.team, made.other] = teams.map(({ id }) => id) as [number, number];
  const [one] = await records
    .insert(agent)
    .values({ reference: 'A-1', teamId: made.team })
    .returning({ id: agent.agentId });
  made.agent = one?.id ?? 0;
});

async function bound(...roles: Role[]) {
  const { id } = await makeAccount(records, roles);
  await records.insert(accountTeam).values({ userId: id, teamId: made.team });
  await records.insert(accountAgent).values({ userId: id, agentId: made.agent });
  return id;
}

it('a manager sees the team that the account is bound to, an agent themselves, and each not the other’s', async () => {
  const [manager, agentId] = [await bound('manager'), await bound('agent')];
  expect(await findViewerOfActor(records, accountActor(manager), NOW)).toEqual({
    actor: `account:${manager}`,
    roles: ['manager'],
    teams: [made.team],
    agents: [],
  });
  expect(await findViewerOfActor(records, accountActor(agentId), NOW)).toMatchObject({
    teams: [],
    agents: [made.agent],
  });
});

it('work that was asked for earlier runs in the scope of now: another team, no role, and nobody once disabled', async () => {
  const id = await bound('trainer');
  const now = () => findViewerOfActor(records, accountActor(id), NOW);
  await records.update(accountTeam).set({ teamId: made.other }).where(eq(accountTeam.userId, id));
  expect((await now())?.teams).toEqual([made.other]);
  await records.update(user).set({ roles: [] }).where(eq(user.id, id));
  expect(await now()).toMatchObject({ roles: [], teams: [], agents: [] });
  await records.update(user).set({ disabledAt: NOW }).where(eq(user.id, id));
  expect(await now()).toBeNull();
});

it('a key asks again as itself until it is revoked', async () => {
  await ensureApiKey(records, { key: 'k'.repeat(40), name: 'nightly', madeBy: 'test' }, NOW);
  const [row] = await records.select().from(apiKey);
  const now = () => findViewerOfActor(records, `key:${row?.apiKeyId}`, NOW);
  expect(await now()).toMatchObject({ name: 'nightly', scopes: ['read_reports', 'read_incidents'] });
  await records.update(apiKey).set({ revokedAt: NOW });
  expect(await now()).toBeNull();
});

it('a team that is deleted leaves nobody bound to it', async () => {
  const id = await bound('manager');
  await records.update(accountTeam).set({ teamId: made.other }).where(eq(accountTeam.userId, id));
  await records.delete(team).where(eq(team.teamId, made.other));
  expect((await findViewerOfActor(records, accountActor(id), NOW))?.teams).toEqual([]);
});

it.each([
  '',
  'account:',
  'account:1',
  `account:${'0'.repeat(36)}`,
  'key:',
  'key:1e9999',
  'key:x',
  'command line',
])('%j is nobody', async (actor) => {
  expect(await findViewerOfActor(records, actor, NOW)).toBeNull();
});
