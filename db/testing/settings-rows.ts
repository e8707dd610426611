import type { Records } from '@/db/facts/snapshot.ts';
import { event, eventTeam, team } from '@/db/schema/organisation.ts';
import type { EventKind } from '@/lib/taxonomy/event-kinds.ts';

/** Makes teams of these names and answers with their numbers. */
export async function makeTeams<Name extends string>(
  records: Records,
  ...names: readonly Name[]
): Promise<Record<Name, number>> {
  const made = await records
    .insert(team)
    .values(names.map((name) => ({ name })))
    .returning({ name: team.name, teamId: team.teamId });
  return Object.fromEntries(made.map(({ name, teamId }) => [name, teamId])) as Record<Name, number>;
}

/** Makes an event straight in the record and answers with its number. */
export async function makeEvent(
  records: Records,
  made: { day: string; lastDay?: string; kind?: EventKind; label: string; teams?: readonly number[] },
): Promise<number> {
  const { teams = [], kind = 'release', ...said } = made;
  const [row] = await records
    .insert(event)
    .values({ ...said, kind })
    .returning({ eventId: event.eventId });
  if (!row) throw new Error('the record kept no event');
  if (teams.length > 0)
    await records.insert(eventTeam).values(teams.map((teamId) => ({ eventId: row.eventId, teamId })));
  return row.eventId;
}
