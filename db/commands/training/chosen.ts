import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { listTeams } from '@/db/queries/teams.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import type { Viewer } from '@/lib/access.ts';
import { Invalid } from '@/lib/errors.ts';

/** Throws Invalid unless every one of these is a technique of the vocabulary; each once. */
export async function knownTechniques(tx: Records, codes: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(codes)];
  const found = await tx
    .select({ code: technique.code })
    .from(technique)
    .where(inArray(technique.code, wanted));
  if (found.length < wanted.length) refuse('techniques', 'One of these techniques is no longer there.');
  return wanted;
}

/** Throws Invalid unless this is a trigger of the vocabulary. */
export async function knownTrigger(tx: Records, code: number): Promise<void> {
  const [found] = await tx.select({ code: trigger.code }).from(trigger).where(eq(trigger.code, code));
  if (!found) refuse('trigger', 'This trigger is no longer there. Choose another.');
}

/** Throws Invalid unless every one of these is a team that the viewer may see; each once. */
export async function ownTeams(
  tx: Records,
  viewer: Viewer,
  field: 'teams' | 'compared',
  teams: readonly number[],
): Promise<number[]> {
  const wanted = [...new Set(teams)];
  const own = await listTeams(tx, { ...viewer, agents: [] });
  const isOwn = (team: number) => own.some(({ teamId }) => teamId === team);
  if (!wanted.every(isOwn)) refuse(field, 'One of these teams is not among yours. Choose again.');
  return wanted;
}

function refuse(field: string, message: string): never {
  throw new Invalid([{ field, message }]);
}
