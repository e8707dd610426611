import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { agent } from '@/db/schema/organisation.ts';
import { technique } from '@/db/schema/taxonomies.ts';
import {
  trainingAttendance,
  trainingModule,
  trainingModuleTechnique,
  trainingSession,
  trainingSessionTeam,
  trainingTechnique,
} from '@/db/schema/training.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import type { Happening } from '@/db/seed/story.ts';
import { writeCards } from './write-cards.ts';
import type { SamplePlaces } from './write-organisation.ts';

type Training = Extract<Happening, { kind: 'training' }>;

/** Writes a training of a story: its module, the session on that day, and that everybody of the team came. */
export async function writeTraining(
  tx: Records,
  heldOn: string,
  { title, what, form, minutes, team, techniques, cards }: Training,
  places: SamplePlaces,
  now: Date,
): Promise<void> {
  const teamId = places.team.get(team);
  if (teamId === undefined) throw new Error(`the record lacks the team ${team}`);
  const codes = await tx
    .select({ technique: technique.code })
    .from(technique)
    .where(inArray(technique.id, [...techniques]));
  const made = { madeBy: SAMPLE_OWNER, madeAt: now };
  const [module] = await tx
    .insert(trainingModule)
    .values({ ...made, name: title, form, about: what, minutes })
    .returning({ trainingModuleId: trainingModule.trainingModuleId });
  if (!module) throw new Error('the record kept no module');
  await tx.insert(trainingModuleTechnique).values(codes.map((one) => ({ ...one, ...module })));
  const [session] = await tx
    .insert(trainingSession)
    .values({ ...made, ...module, heldOn })
    .returning({ trainingSessionId: trainingSession.trainingSessionId });
  if (!session) throw new Error('the record kept no training session');
  await tx.insert(trainingSessionTeam).values({ ...session, teamId });
  await tx.insert(trainingTechnique).values(codes.map((one) => ({ ...one, ...session })));
  const people = await tx.select({ agentId: agent.agentId }).from(agent).where(eq(agent.teamId, teamId));
  await tx.insert(trainingAttendance).values(people.map((one) => ({ ...one, ...session, attended: true })));
  await writeCards(tx, session.trainingSessionId, cards, now);
}
