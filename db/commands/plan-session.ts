import { and, eq, inArray } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent } from '@/db/schema/organisation.ts';
import {
  trainingAttendance,
  trainingModule,
  trainingModuleTechnique,
  trainingSession,
  trainingSessionTeam,
  trainingTechnique,
} from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import type { SessionEntry } from '@/lib/training/training-forms.ts';
import { ownTeams } from './training/chosen.ts';
import { demandTraining } from './training/load-session.ts';
import { passedOnWords } from './training/passed-on-words.ts';
import { setCompared, setMaterial } from './training/set-parts.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Plans a session of a module, or notes one that was held, and asks everybody of its teams to it. It keeps the
 * techniques that the module has today. Answers with its number.
 * @throws Forbidden without the right; Invalid for a module, team or card that is not there for the viewer
 */
export async function planSession(
  records: PostgresJsDatabase<Record<string, never>>,
  viewer: Viewer,
  { moduleId, teams, compared, scenarios, heldOn, note }: SessionEntry,
  now: Date,
): Promise<number> {
  demandTraining(viewer);
  return records.transaction(async (tx) => {
    const safe = await passedOnWords(tx);
    const own = await ownTeams(tx, viewer, 'teams', teams);
    await offeredModule(tx, moduleId);
    const [row] = await tx
      .insert(trainingSession)
      .values({
        trainingModuleId: moduleId,
        heldOn,
        note: safe(note) || null,
        madeBy: viewer.actor,
        madeAt: now,
      })
      .returning({ trainingSessionId: trainingSession.trainingSessionId });
    if (!row) throw new Error('the record kept no session');
    const { trainingSessionId } = row;
    await tx.insert(trainingSessionTeam).values(own.map((teamId) => ({ trainingSessionId, teamId })));
    await copyTechniques(tx, moduleId, trainingSessionId);
    const invited = await invite(tx, own, trainingSessionId);
    await setCompared(tx, viewer, trainingSessionId, compared);
    await setMaterial(tx, trainingSessionId, scenarios);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'session_planned',
      subject: `training:${trainingSessionId}`,
      detail: { module: moduleId, day: heldOn, teams: own, people: invited },
    });
    return trainingSessionId;
  });
}

async function offeredModule(tx: Records, moduleId: number): Promise<void> {
  const [found] = await tx
    .select({ retired: trainingModule.retired })
    .from(trainingModule)
    .where(eq(trainingModule.trainingModuleId, moduleId));
  if (found && !found.retired) return;
  throw new Invalid([{ field: 'moduleId', message: 'This module is not offered any more. Choose another.' }]);
}

async function copyTechniques(tx: Records, moduleId: number, trainingSessionId: number): Promise<void> {
  const rows = await tx
    .select({ technique: trainingModuleTechnique.technique })
    .from(trainingModuleTechnique)
    .where(eq(trainingModuleTechnique.trainingModuleId, moduleId));
  await tx.insert(trainingTechnique).values(rows.map(({ technique }) => ({ trainingSessionId, technique })));
}

async function invite(tx: Records, teams: readonly number[], trainingSessionId: number): Promise<number> {
  const people = await tx
    .select({ agentId: agent.agentId })
    .from(agent)
    .where(and(inArray(agent.teamId, [...teams]), eq(agent.left, false)));
  if (people.length > 0)
    await tx.insert(trainingAttendance).values(people.map(({ agentId }) => ({ trainingSessionId, agentId })));
  return people.length;
}
