import { asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { escalationStep, followUp, incidentCue, techniqueObservation } from '@/db/schema/incident-details.ts';
import { agent, team } from '@/db/schema/organisation.ts';
import { level, technique } from '@/db/schema/taxonomies.ts';
import type { FollowUp, Level, Step, Technique } from '@/lib/analysis/incident-record.ts';
import { UNKNOWN_CODE } from '@/lib/taxonomy/editable-sets.ts';
import {
  CUES,
  type Cue,
  ESCALATION_REASONS,
  FOLLOW_UP_REASONS,
  fromCode,
  OBSERVATIONS,
  OBSERVERS,
  PRECISIONS,
} from '@/lib/taxonomy/fixed-sets.ts';

// These are asked for an incident that was found within the viewer's scope, by the id found with it.

const coded = alias(level, 'coded');
const observed = alias(technique, 'observed');

/** The levels of the procedure by code, without those merged into others and the one for "not known". */
export async function listLevels(records: Records): Promise<Map<number, Level>> {
  const rows = await records
    .select({ code: level.code, label: level.label, rank: level.rank })
    .from(level)
    .where(isNull(level.mergedInto))
    .orderBy(asc(level.rank), asc(level.code));
  return new Map(rows.filter((row) => row.code !== UNKNOWN_CODE).map((row) => [row.code, row]));
}

/** The steps of one incident in their order, at the levels that they count as. */
export async function listSteps(records: Records, incidentId: string): Promise<Step[]> {
  const rows = await records
    .select({
      step: escalationStep,
      level: { code: level.code, label: level.label, rank: level.rank },
      team: team.name,
      agent: agent.reference,
    })
    .from(escalationStep)
    .innerJoin(coded, eq(coded.code, escalationStep.level))
    .innerJoin(level, eq(level.code, sql`coalesce(${coded.mergedInto}, ${coded.code})`))
    .leftJoin(team, eq(team.teamId, escalationStep.teamId))
    .leftJoin(agent, eq(agent.agentId, escalationStep.agentId))
    .where(eq(escalationStep.incidentId, incidentId))
    .orderBy(asc(escalationStep.seq));
  return rows.map(({ step, ...row }) => ({
    seq: step.seq,
    level: row.level.code === UNKNOWN_CODE ? null : row.level,
    moment: step.at && { at: step.at.getTime(), precision: fromCode(PRECISIONS, step.atPrecision ?? 0) },
    team: row.team,
    agent: row.agent,
    reason: fromCode(ESCALATION_REASONS, step.reason),
    note: step.note,
    handoffDocumented: step.handoffDocumented,
    handoffBriefed: step.handoffBriefed,
    customerToldAt: step.customerToldAt?.getTime() ?? null,
    waitMinutes: step.waitMinutes,
  }));
}

/** How techniques were handled in one incident, in the order of the procedure; of merged ones the worst comes last. */
export async function listTechniques(records: Records, incidentId: string): Promise<Technique[]> {
  const rows = await records
    .select({
      section: technique.group,
      label: technique.label,
      observer: techniqueObservation.observer,
      observation: techniqueObservation.observation,
    })
    .from(techniqueObservation)
    .innerJoin(observed, eq(observed.code, techniqueObservation.technique))
    .innerJoin(technique, eq(technique.code, sql`coalesce(${observed.mergedInto}, ${observed.code})`))
    .where(eq(techniqueObservation.incidentId, incidentId))
    .orderBy(asc(technique.rank), asc(technique.code), asc(techniqueObservation.observation));
  return rows.map((row) => ({
    section: row.section ?? 'other',
    label: row.label,
    observer: fromCode(OBSERVERS, row.observer),
    observation: fromCode(OBSERVATIONS, row.observation),
  }));
}

/** The cues that were observed in one incident. */
export async function listCues(records: Records, incidentId: string): Promise<Cue[]> {
  const rows = await records
    .select({ cue: incidentCue.cue })
    .from(incidentCue)
    .where(eq(incidentCue.incidentId, incidentId))
    .orderBy(asc(incidentCue.cue));
  return rows.map((row) => fromCode(CUES, row.cue));
}

/** What the customer was promised. */
export async function listFollowUps(records: Records, incidentId: string): Promise<FollowUp[]> {
  const rows = await records
    .select({
      promise: followUp.promise,
      dueOn: followUp.dueOn,
      doneOn: followUp.doneOn,
      reason: followUp.reason,
    })
    .from(followUp)
    .where(eq(followUp.incidentId, incidentId))
    .orderBy(asc(followUp.seq));
  return rows.map((row) => ({ ...row, reason: fromCode(FOLLOW_UP_REASONS, row.reason) }));
}
