import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { scenario, trainingSessionScenario } from '@/db/schema/scenarios.ts';
import { trainingComparedTeam } from '@/db/schema/training.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';
import { ownTeams } from './chosen.ts';

/** Says anew which teams the effect of a session is compared with; everybody not trained where there are none. */
export async function setCompared(
  tx: Records,
  viewer: Viewer,
  trainingSessionId: number,
  teams: readonly number[],
): Promise<void> {
  const own = await ownTeams(tx, viewer, 'compared', teams);
  await tx.delete(trainingComparedTeam).where(eq(trainingComparedTeam.trainingSessionId, trainingSessionId));
  if (own.length > 0)
    await tx.insert(trainingComparedTeam).values(own.map((teamId) => ({ trainingSessionId, teamId })));
}

/** Says anew which cards a session practises with. Throws Invalid for one that is gone. */
export async function setMaterial(
  tx: Records,
  trainingSessionId: number,
  scenarios: readonly number[],
): Promise<void> {
  const wanted = [...new Set(scenarios)];
  const found = await tx
    .select({ scenarioId: scenario.scenarioId })
    .from(scenario)
    .where(inArray(scenario.scenarioId, wanted));
  if (found.length < wanted.length)
    throw new Invalid([
      { field: 'scenarios', message: 'One of these cards is no longer there. Choose again.' },
    ]);
  await tx
    .delete(trainingSessionScenario)
    .where(eq(trainingSessionScenario.trainingSessionId, trainingSessionId));
  if (wanted.length > 0)
    await tx
      .insert(trainingSessionScenario)
      .values(wanted.map((scenarioId) => ({ trainingSessionId, scenarioId })));
}
