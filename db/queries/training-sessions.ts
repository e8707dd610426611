import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import type { TechniqueName } from '@/db/queries/training-modules.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { technique } from '@/db/schema/taxonomies.ts';
import {
  trainingAttendance,
  trainingComparedTeam,
  trainingModule,
  trainingSession,
  trainingSessionTeam,
  trainingTechnique,
} from '@/db/schema/training.ts';
import { whereTraining } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import type { ModuleForm } from '@/lib/training/module-forms.ts';

interface TeamName {
  teamId: number;
  name: string;
}

/** A session: what is trained, when, and for which teams. */
export interface SessionRow {
  sessionId: number;
  moduleId: number;
  module: string;
  form: ModuleForm;
  about: string;
  minutes: number | null;
  heldOn: LocalDate;
  note: string | null;
  version: number;
  madeBy: string;
  madeAt: Date;
  teams: readonly TeamName[];
  techniques: readonly TechniqueName[];
  /** How many were asked, how many of them came, and how many are not marked. */
  asked: number;
  attended: number;
  unmarked: number;
}

/** Somebody who was asked to a session; `attended` is null while nobody has said. */
export interface SessionPerson {
  agentId: number;
  name: string;
  teamId: number | null;
  attended: boolean | null;
}

/** The sessions that the viewer may see, the latest first. */
export async function listSessions(records: Records, viewer: Viewer): Promise<SessionRow[]> {
  return readSessions(records, whereTraining(viewer));
}

/** One of them by its number, or null. */
export async function findSession(
  records: Records,
  viewer: Viewer,
  sessionId: number,
): Promise<SessionRow | null> {
  const isIt = eq(trainingSession.trainingSessionId, sessionId);
  const [found] = await readSessions(records, and(isIt, whereTraining(viewer)));
  return found ?? null;
}

/** Who was asked to a session, by name. */
export async function listSessionPeople(records: Records, sessionId: number): Promise<SessionPerson[]> {
  const rows = await records
    .select({
      agentId: agent.agentId,
      name: agent.reference,
      teamId: agent.teamId,
      attended: trainingAttendance.attended,
    })
    .from(trainingAttendance)
    .innerJoin(agent, eq(agent.agentId, trainingAttendance.agentId))
    .where(eq(trainingAttendance.trainingSessionId, sessionId));
  return rows.sort(byName);
}

/** Everybody who works in these teams now, by name. */
export async function listPeopleOfTeams(
  records: Records,
  teams: readonly number[],
): Promise<Omit<SessionPerson, 'attended'>[]> {
  const rows = await records
    .select({ agentId: agent.agentId, name: agent.reference, teamId: agent.teamId })
    .from(agent)
    .where(and(inArray(agent.teamId, [...teams]), eq(agent.left, false)));
  return rows.sort(byName);
}

/** The teams that the effect of a session is compared with; none means everybody who was not trained. */
export async function listComparedTeams(records: Records, sessionId: number): Promise<TeamName[]> {
  const rows = await records
    .select({ teamId: team.teamId, name: team.name })
    .from(trainingComparedTeam)
    .innerJoin(team, eq(team.teamId, trainingComparedTeam.teamId))
    .where(eq(trainingComparedTeam.trainingSessionId, sessionId));
  return rows.sort(byName);
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'en');

async function readSessions(records: Records, condition: SQL | undefined): Promise<SessionRow[]> {
  const rows = await records
    .select({
      sessionId: trainingSession.trainingSessionId,
      moduleId: trainingModule.trainingModuleId,
      module: trainingModule.name,
      form: trainingModule.form,
      about: trainingModule.about,
      minutes: trainingModule.minutes,
      heldOn: trainingSession.heldOn,
      note: trainingSession.note,
      version: trainingSession.version,
      madeBy: trainingSession.madeBy,
      madeAt: trainingSession.madeAt,
    })
    .from(trainingSession)
    .innerJoin(trainingModule, eq(trainingModule.trainingModuleId, trainingSession.trainingModuleId))
    .where(condition)
    .orderBy(desc(trainingSession.heldOn), desc(trainingSession.trainingSessionId));
  const ids = rows.map(({ sessionId }) => sessionId);
  const [teams, techniques, people] = await Promise.all([
    listTeamsOf(records, ids),
    listTechniquesOf(records, ids),
    countPeopleOf(records, ids),
  ]);
  return rows.map((row) => {
    const {
      asked = 0,
      attended = 0,
      unmarked = 0,
    } = people.find(({ sessionId }) => sessionId === row.sessionId) ?? {};
    return {
      ...row,
      teams: teams.filter(ofSession(row.sessionId)).map(({ teamId, name }) => ({ teamId, name })),
      techniques: techniques
        .filter(ofSession(row.sessionId))
        .map(({ code, id, label, section }) => ({ code, id, label, section })),
      asked,
      attended,
      unmarked,
    };
  });
}

const ofSession = (wanted: number) => (row: { sessionId: number }) => row.sessionId === wanted;

async function listTeamsOf(records: Records, ids: number[]) {
  const rows = await records
    .select({ sessionId: trainingSessionTeam.trainingSessionId, teamId: team.teamId, name: team.name })
    .from(trainingSessionTeam)
    .innerJoin(team, eq(team.teamId, trainingSessionTeam.teamId))
    .where(inArray(trainingSessionTeam.trainingSessionId, ids));
  return rows.sort(byName);
}

const named = alias(technique, 'named');

/** Those that were merged since under the ones that they count as, each once. */
async function listTechniquesOf(records: Records, ids: number[]) {
  return records
    .select({
      sessionId: trainingTechnique.trainingSessionId,
      code: technique.code,
      id: technique.id,
      label: technique.label,
      section: sql<string>`coalesce(${technique.group}, 'other')`.mapWith(String),
    })
    .from(trainingTechnique)
    .innerJoin(named, eq(named.code, trainingTechnique.technique))
    .innerJoin(technique, eq(technique.code, sql`coalesce(${named.mergedInto}, ${named.code})`))
    .where(inArray(trainingTechnique.trainingSessionId, ids))
    .groupBy(trainingTechnique.trainingSessionId, technique.code)
    .orderBy(asc(technique.rank), asc(technique.code));
}

async function countPeopleOf(records: Records, ids: number[]) {
  const { attended, trainingSessionId } = trainingAttendance;
  return records
    .select({
      sessionId: trainingSessionId,
      asked: count(),
      attended: sql`count(*) filter (where ${attended})`.mapWith(Number),
      unmarked: sql`count(*) filter (where ${attended} is null)`.mapWith(Number),
    })
    .from(trainingAttendance)
    .where(inArray(trainingSessionId, ids))
    .groupBy(trainingSessionId);
}
