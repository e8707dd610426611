import { isNotNull } from 'drizzle-orm';
import { addAccount } from '@/db/accounts/add-account.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { openRecords } from '@/db/records.ts';
import { accountAgent, accountTeam, user } from '@/db/schema/accounts.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { importRun } from '@/db/schema/imports.ts';
import { target } from '@/db/schema/improvement.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent, contactVolume, event, team } from '@/db/schema/organisation.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { report } from '@/db/schema/reports.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { ROLES, type Role } from '@/lib/access.ts';
import { ADMIN } from './people.ts';
import { SOMEBODY } from './routes.ts';
import { makeTraining } from './training-rows.ts';

/** Somebody of each role, and somebody without one, all of the team Own. */
export const PEOPLE = [...ROLES, 'nobody'] as const;
export type Person = (typeof PEOPLE)[number];

/** A manager like the other, of the team Other. */
export const RIVAL = { email: 'rival@example.org', password: ADMIN.password };

export const rolesOf = (person: Person): Role[] => (person === 'nobody' ? [] : [person]);
export const credentialsOf = (person: Person) => ({
  email: `${person}@example.org`,
  password: ADMIN.password,
});

export interface Organisation {
  teams: { own: number; other: number };
  /** The numbers of two incidents: one of the agent's own in the team Own, one of somebody else's in the team Other. */
  incidents: { own: number; other: number };
}

/**
 * Writes two teams with an incident each, an import without rows, what the settings show and an account for each role
 * into the record of a running server.
 */
export async function makeOrganisation(home: string): Promise<Organisation> {
  const opened = await openRecords({ home, databaseUrl: null, databaseDirectUrl: null });
  const { records } = opened;
  try {
    const [own, other] = await records
      .insert(team)
      .values([{ name: 'Own' }, { name: 'Other' }])
      .returning({ id: team.teamId });
    const teams = { own: own?.id ?? 0, other: other?.id ?? 0 };
    const [me, stranger] = await records
      .insert(agent)
      .values([
        { reference: 'The agent', teamId: teams.own },
        { reference: 'A stranger', teamId: teams.other },
      ])
      .returning({ id: agent.agentId });
    const agents = { me: me?.id ?? 0, stranger: stranger?.id ?? 0 };
    for (const person of PEOPLE) {
      const account = { ...credentialsOf(person), name: `The ${person}`, roles: rolesOf(person) };
      await makeBound(records, account, { teamId: teams.own, agentId: agents.me });
    }
    const rival = { ...RIVAL, name: 'The rival', roles: ['manager' as const] };
    await makeBound(records, rival, { teamId: teams.other, agentId: agents.stranger });
    await makeIncidents(records, [
      { at: '2024-06-03T09:30', trigger: 'billing_error', team: teams.own, agent: agents.me },
      { at: '2024-06-04T10:30', trigger: 'billing_error', team: teams.other, agent: agents.stranger },
    ]);
    await makeImport(records);
    await makeSettings(records, teams.own);
    await makePattern(records, 'Wrong bills', teams.own);
    await makePattern(records, 'Late bills', teams.other);
    await makeTraining(records, [teams.own, teams.other]);
    const rows = await records
      .select({ id: incident.incidentId, number: incident.number, teamId: incident.teamId })
      .from(incident)
      .where(isNotNull(incident.teamId));
    // The copy of the facts follows these marks.
    const changedAt = new Date();
    await records.insert(factChange).values(rows.map(({ id }) => ({ incidentId: id, changedAt })));
    const numberOf = (teamId: number) => rows.find((row) => row.teamId === teamId)?.number ?? 0;
    return { teams, incidents: { own: numberOf(teams.own), other: numberOf(teams.other) } };
  } finally {
    await opened.close();
  }
}

/**
 * What the pages of the settings show: a target of a team, an event that concerns all, contacts of one day, an account
 * that nobody uses, a report, and an import of volumes and one of events, which are the next two after those that are there.
 */
export async function makeSettings(records: Records, teamId: number): Promise<void> {
  await records
    .insert(target)
    .values({ measure: 'escalation_rate', teamId, value: 0.25, from: '2024-01-01' });
  await records.insert(event).values({ day: '2024-06-03', kind: 'release', label: 'Release 4.2' });
  await records.insert(contactVolume).values({ day: '2024-06-03', teamId, channel: 0, contacts: 400 });
  const times = { createdAt: new Date(), updatedAt: new Date() };
  const somebody = { name: 'Somebody', email: 'somebody@example.org', roles: [], ...times };
  await records.insert(user).values({ id: SOMEBODY, ...somebody });
  for (const subject of ['contact_volumes', 'events']) await makeImport(records, subject);
  await makeReport(records);
}

async function makeBound(
  records: Records,
  account: Parameters<typeof addAccount>[1],
  { teamId, agentId }: { teamId: number; agentId: number },
): Promise<void> {
  const userId = await addAccount(records, account, new Date());
  await records.insert(accountTeam).values({ userId, teamId });
  await records.insert(accountAgent).values({ userId, agentId });
}

/** A pattern that is kept of the incidents of a team. */
export async function makePattern(records: Records, name: string, teamId: number): Promise<void> {
  const kept = { measure: 'incidents', better: 'lower', status: 'watching' } as const;
  const by = { ownerAccount: 'test', keptBy: 'test', keptAt: new Date() };
  await records.insert(keptPattern).values({ ...kept, ...by, name, filter: `team=${teamId}` });
}

/** R-2024-0001, which somebody asked for and nobody has made. */
async function makeReport(records: Records): Promise<void> {
  const [askedAt, keptUntil] = [new Date('2024-06-03T10:00:00Z'), new Date('2099-01-01T00:00:00Z')];
  const of = { page: 'overview', query: '', format: 'pdf-a4', title: 'Overview' };
  const failed = { state: 'failed', problem: 'It was stopped.', askedAt, keptUntil };
  await records.insert(report).values({ account: 'test', ...of, ...failed });
}

async function makeImport(records: Records, subject = 'incidents'): Promise<void> {
  const file = {
    subject,
    mapping: 'cfpb',
    fileName: 'nothing.csv',
    fileSha256: '0'.repeat(64),
    fileBytes: 0,
  };
  const times = { startedAt: new Date(), finishedAt: new Date() };
  await records.insert(importRun).values({ ...file, ...times, startedBy: 'test', state: 'done' });
}
