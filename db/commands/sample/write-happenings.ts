import type { Records } from '@/db/facts/snapshot.ts';
import { action } from '@/db/schema/improvement.ts';
import { event, eventTeam } from '@/db/schema/organisation.ts';
import type { Calendar } from '@/db/seed/calendar.ts';
import { TEAMS } from '@/db/seed/organisation.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { STORIES } from '@/db/seed/stories/all-stories.ts';
import type { Happening } from '@/db/seed/story.ts';
import type { SamplePlaces } from './write-organisation.ts';
import { writeTraining } from './write-training.ts';

type Of<Kind extends Happening['kind']> = Extract<Happening, { kind: Kind }>;

/** Writes the events, actions and training sessions of the stories. */
export async function writeHappenings(
  tx: Records,
  calendar: Calendar,
  places: SamplePlaces,
  now: Date,
): Promise<void> {
  for (const happening of STORIES.flatMap((story) => story.happenings?.(calendar) ?? [])) {
    const day = calendar.dateOf(happening.day);
    if (happening.kind === 'event') await writeEvent(tx, day, happening, places);
    else if (happening.kind === 'action') await writeAction(tx, day, happening, now);
    else await writeTraining(tx, day, happening, places, now);
  }
}

async function writeEvent(tx: Records, day: string, said: Of<'event'>, places: SamplePlaces) {
  const [made] = await tx
    .insert(event)
    .values({ day, kind: said.about, label: said.label })
    .returning({ eventId: event.eventId });
  if (!made) throw new Error('the record kept no event');
  const concerned = TEAMS.filter(({ name, site }) =>
    said.team === null ? said.site === null || said.site === site : said.team === name,
  );
  const teamIds = concerned.flatMap(({ name }) => places.team.get(name) ?? []);
  await tx.insert(eventTeam).values(teamIds.map((teamId) => ({ ...made, teamId })));
}

async function writeAction(tx: Records, day: string, { kind: _, day: __, ...said }: Of<'action'>, now: Date) {
  await tx.insert(action).values({ ...said, ownerAccount: SAMPLE_OWNER, changedOn: day, madeAt: now });
}
