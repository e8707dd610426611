import { and, eq, exists, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Records } from '@/db/facts/snapshot.ts';
import { findSession, type SessionRow } from '@/db/queries/training-sessions.ts';
import { trainingAttendance, trainingSession, trainingTechnique } from '@/db/schema/training.ts';
import type { People } from '@/db/selection-conditions.ts';
import type { Viewer } from '@/lib/access.ts';
import type { SessionSide } from '@/lib/filters/filters.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';

/**
 * Who one side of a session is: the people who came, or its whole teams where nobody is marked; and beside them
 * everybody who was trained neither there nor, within a year of it, elsewhere in one of the same techniques. Undefined
 * where the viewer sees no such session.
 */
export async function findPeopleOf(
  records: Records,
  viewer: Viewer,
  { session: sessionId, side }: SessionSide,
): Promise<People | undefined> {
  const session = await findSession(records, { ...viewer, agents: [] }, sessionId);
  if (!session) return undefined;
  const came = await listWhoCame(records, sessionId);
  const others = side === 'others';
  if (came.length === 0) return { agents: [], teams: session.teams.map(({ teamId }) => teamId), others };
  const agents = others ? [...new Set([...came, ...(await listTrainedElsewhere(records, session))])] : came;
  return { agents: agents.toSorted((one, other) => one - other), teams: [], others };
}

/** The people who came to a session. */
async function listWhoCame(records: Records, sessionId: number): Promise<number[]> {
  const rows = await records
    .select({ agentId: trainingAttendance.agentId })
    .from(trainingAttendance)
    .where(and(eq(trainingAttendance.trainingSessionId, sessionId), eq(trainingAttendance.attended, true)));
  return rows.map(({ agentId }) => agentId);
}

/** The farthest day, before or after a session, that its effect is read from. */
const REACH = 365;

async function listTrainedElsewhere(
  records: Records,
  { sessionId, heldOn }: Pick<SessionRow, 'sessionId' | 'heldOn'>,
): Promise<number[]> {
  const same = alias(trainingTechnique, 'same');
  const trainsTheSame = records
    .select({ one: sql`1` })
    .from(trainingTechnique)
    .innerJoin(
      same,
      and(eq(same.technique, trainingTechnique.technique), eq(same.trainingSessionId, sessionId)),
    )
    .where(eq(trainingTechnique.trainingSessionId, trainingSession.trainingSessionId));
  const sessions = records
    .select({ id: trainingSession.trainingSessionId })
    .from(trainingSession)
    .where(
      and(
        ne(trainingSession.trainingSessionId, sessionId),
        gte(trainingSession.heldOn, shiftDays(heldOn, -REACH)),
        lte(trainingSession.heldOn, shiftDays(heldOn, REACH)),
        exists(trainsTheSame),
      ),
    );
  const rows = await records
    .selectDistinct({ agentId: trainingAttendance.agentId })
    .from(trainingAttendance)
    .where(
      and(inArray(trainingAttendance.trainingSessionId, sessions), eq(trainingAttendance.attended, true)),
    );
  return rows.map(({ agentId }) => agentId);
}
