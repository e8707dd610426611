import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { ROLES, type Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { nameAgents } from './name-agents.ts';

const { records } = await testDatabase();
const NOW = new Date('2024-06-01T12:00:00Z');
const teams = { Billing: 0, Chat: 0 };
const trainerOf = (...own: number[]): Viewer => ({ actor: 'account:5', roles: ['trainer'], teams: own });
const asked = (of: number) => ({ team: of, reason: 'plan_training' }) as const;
const audited = () => records.select().from(auditLog).where(eq(auditLog.action, 'agents_named'));

beforeAll(async () => {
  await makeWorkspace(records);
  const people = await makePeople(records, { Billing: ['Ann Lee', 'Tom Baker', 'Idle Hand'], Chat: ['Zoe'] });
  for (const row of await records.select().from(team)) Object.assign(teams, { [row.name]: row.teamId });
  const by = (name: string, of: keyof typeof teams) => {
    const id = people.get(name);
    if (!id) throw new Error(`there is no ${name}`);
    return { at: '2024-05-01', team: teams[of], agent: id.agent };
  };
  // Zoe helped Billing once, and Tom has left for Chat since.
  await makeIncidents(records, [
    by('Ann Lee', 'Billing'),
    by('Tom Baker', 'Billing'),
    by('Tom Baker', 'Chat'),
    by('Zoe', 'Billing'),
  ]);
  await records.update(agent).set({ teamId: teams.Chat }).where(eq(agent.reference, 'Tom Baker'));
});

it('names the 3 of 4 who handled incidents of the team, by number, and notes who asked, for which and why', async () => {
  const named = await nameAgents(records, trainerOf(teams.Billing), asked(teams.Billing), NOW);
  expect(named.map(({ name }) => name)).toEqual(['Ann Lee', 'Tom Baker', 'Zoe']);
  expect(named.map(({ agentId }) => agentId)).toEqual(named.map(({ agentId }) => agentId).toSorted());
  expect(await audited()).toMatchObject([
    {
      at: NOW,
      actor: 'account:5',
      subject: `team:${teams.Billing}`,
      detail: { reason: 'plan_training', agents: 3 },
    },
  ]);
});

it('notes each look anew, and a name in none of them', async () => {
  await nameAgents(records, trainerOf(teams.Billing), asked(teams.Billing), NOW);
  const rows = await audited();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/Ann|Tom|Zoe/);
});

it('names nobody of a team out of scope, or of one that is not there, and notes nothing', async () => {
  const before = (await audited()).length;
  for (const of of [teams.Billing, 99]) {
    const refused = nameAgents(records, trainerOf(teams.Chat), asked(of), NOW);
    await expect(refused).rejects.toThrow(NotFound);
  }
  expect(await audited()).toHaveLength(before);
});

it('refuses every role but trainers and quality assurance', async () => {
  const refused = await Promise.all(
    ROLES.map(async (role) => {
      const viewer: Viewer = { actor: 'account:5', roles: [role], teams: 'all', agents: [1] };
      const answer = nameAgents(records, viewer, asked(teams.Billing), NOW);
      return answer.then(
        () => null,
        (error) => (error instanceof Forbidden ? role : error),
      );
    }),
  );
  expect(refused).toEqual(['agent', null, 'manager', null, 'admin']);
});
