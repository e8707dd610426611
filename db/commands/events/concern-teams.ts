import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { eventTeam, team } from '@/db/schema/organisation.ts';
import { Invalid } from '@/lib/errors.ts';

/** Says anew which teams an event concerns; all of them where none is named. Throws Invalid for a team that is not there. */
export async function concernTeams(tx: Records, eventId: number, teams: readonly number[]): Promise<void> {
  const wanted = [...new Set(teams)];
  const found = await tx.select({ teamId: team.teamId }).from(team).where(inArray(team.teamId, wanted));
  if (found.length < wanted.length) {
    throw new Invalid([{ field: 'teams', message: 'One of these teams is no longer there. Choose again.' }]);
  }
  await tx.delete(eventTeam).where(eq(eventTeam.eventId, eventId));
  if (wanted.length > 0) await tx.insert(eventTeam).values(wanted.map((teamId) => ({ eventId, teamId })));
}
