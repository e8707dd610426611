import type { Records } from '@/db/facts/snapshot.ts';
import { lesson, lessonTeam } from '@/db/schema/lessons.ts';
import { scenario, scenarioTechnique } from '@/db/schema/scenarios.ts';
import {
  trainingModule,
  trainingModuleTechnique,
  trainingSession,
  trainingSessionTeam,
  trainingTechnique,
} from '@/db/schema/training.ts';
import { CARD, LESSON } from '@/db/testing/card-and-lesson.ts';

const LISTENING = 4;

/** A module and a card; and for each of the teams, in their order, a session and a lesson. */
export async function makeTraining(records: Records, teams: readonly number[]): Promise<void> {
  const made = { madeBy: 'test', madeAt: new Date() };
  const [module] = await records
    .insert(trainingModule)
    .values({ ...made, name: 'Listening first', form: 'role_play' })
    .returning({ trainingModuleId: trainingModule.trainingModuleId });
  const trainingModuleId = module?.trainingModuleId ?? 0;
  await records.insert(trainingModuleTechnique).values({ trainingModuleId, technique: LISTENING });
  const [card] = await records
    .insert(scenario)
    .values({ ...made, ...CARD, trigger: 1, customerState: 1 })
    .returning({ scenarioId: scenario.scenarioId });
  await records.insert(scenarioTechnique).values({ scenarioId: card?.scenarioId ?? 0, technique: LISTENING });
  for (const teamId of teams) {
    const [session] = await records
      .insert(trainingSession)
      .values({ ...made, trainingModuleId, heldOn: '2024-06-03' })
      .returning({ trainingSessionId: trainingSession.trainingSessionId });
    const trainingSessionId = session?.trainingSessionId ?? 0;
    await records.insert(trainingSessionTeam).values({ trainingSessionId, teamId });
    await records.insert(trainingTechnique).values({ trainingSessionId, technique: LISTENING });
    const [shared] = await records
      .insert(lesson)
      .values({ ...LESSON, sharedBy: 'test', sharedAt: new Date() })
      .returning({ lessonId: lesson.lessonId });
    await records.insert(lessonTeam).values({ lessonId: shared?.lessonId ?? 0, teamId });
  }
}
