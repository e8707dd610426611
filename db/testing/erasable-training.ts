import type { RecordDatabase } from '@/db/reports/reading.ts';
import { action, seriesRebase, signalReview } from '@/db/schema/improvement.ts';
import { incident } from '@/db/schema/incidents.ts';
import { lesson, lessonCheck } from '@/db/schema/lessons.ts';
import { agent } from '@/db/schema/organisation.ts';
import { scenario, scenarioIncident, trainingSessionScenario } from '@/db/schema/scenarios.ts';
import { trainingAttendance, trainingModule, trainingSession } from '@/db/schema/training.ts';
import { toProductId } from '@/lib/intake/product-id.ts';

const NOW = new Date('2024-06-01T12:00:00Z');
const MADE = { madeBy: 'account:1', madeAt: NOW };
const BY = 'Zelda Quimby';

/** The product of theirs, as series are named by it. */
export const PERSONAL_PRODUCT = toProductId('Router of Zelda Quimby');

/** Writes the person into what trainers and managers enter: modules, sessions, cards, lessons, actions, signals. */
export async function writeErasableTraining(records: RecordDatabase): Promise<void> {
  const session = await writeSession(records);
  await writeCard(records, session);
  await writeLesson(records);
  await records.insert(action).values({
    ...{
      title: `Call ${BY} back`,
      prediction: 'Zelda rings no more',
      filter: `product=${PERSONAL_PRODUCT}`,
    },
    ...{ measure: 'incidents', stage: 'plan', strength: 'weak', ownerAccount: 'account:1', madeAt: NOW },
  });
  const scope = `product=${PERSONAL_PRODUCT}&team=3,4`;
  await records
    .insert(seriesRebase)
    .values({ ...MADE, scope, measure: 'incidents', day: '2024-05-06', reason: `${BY} rang daily` });
  await records.insert(signalReview).values({
    ...{ ...MADE, scope, kind: 'muted', reason: `only ${BY}` },
    key: `incidents:product:${PERSONAL_PRODUCT}`,
  });
}

async function writeSession(records: RecordDatabase): Promise<number> {
  const [module] = await records
    .insert(trainingModule)
    .values({ ...MADE, name: `The case of ${BY}`, form: 'role_play', about: 'Zelda rings a third time.' })
    .returning({ trainingModuleId: trainingModule.trainingModuleId });
  const [session] = await records
    .insert(trainingSession)
    .values({
      ...MADE,
      trainingModuleId: module?.trainingModuleId ?? 0,
      heldOn: '2024-05-20',
      note: 'Zelda may listen in, 0161 496 0774',
    })
    .returning({ id: trainingSession.trainingSessionId });
  const trainingSessionId = session?.id ?? 0;
  const people = await records.select({ agentId: agent.agentId }).from(agent);
  await records
    .insert(trainingAttendance)
    .values(people.map((one) => ({ ...one, trainingSessionId, attended: true })));
  return trainingSessionId;
}

async function writeCard(records: RecordDatabase, trainingSessionId: number): Promise<void> {
  const words = {
    title: `${BY} and the router`,
    situation: 'Zelda Quimby waits since May.',
    hiddenFacts: 'Zelda works at home.',
    listen: 'Lets Zelda Quimby finish.',
    empathise: '“That is a long time, Zelda.”',
    ask: 'Asks for zelda@home.example.',
    produce: 'Rings 0161 496 0774 by noon.',
  };
  const [made] = await records
    .insert(scenario)
    .values({ ...MADE, ...words, trigger: 1, customerState: 1 })
    .returning({ scenarioId: scenario.scenarioId });
  const scenarioId = made?.scenarioId ?? 0;
  const [of] = await records.select({ incidentId: incident.incidentId }).from(incident).limit(1);
  if (of) await records.insert(scenarioIncident).values({ ...of, scenarioId });
  await records.insert(trainingSessionScenario).values({ scenarioId, trainingSessionId });
}

async function writeLesson(records: RecordDatabase): Promise<void> {
  const figures = { numerator: 1, denominator: 2, otherNumerator: 1, otherDenominator: 3 };
  const [made] = await records
    .insert(lesson)
    .values({
      ...figures,
      title: `What calmed ${BY}`,
      issue: 'Zelda Quimby rang a third time.',
      resolution: 'Ring Zelda back on 0161 496 0774.',
      trigger: 1,
      evidence: `period=2024-05-01..2024-05-31&product=${PERSONAL_PRODUCT}`,
      measure: 'resolution_rate',
      sharedBy: 'account:1',
      sharedAt: NOW,
      askOn: '2024-12-01',
    })
    .returning({ lessonId: lesson.lessonId });
  const check = { lessonId: made?.lessonId ?? 0, answer: 'yes', note: 'Zelda says so', ...MADE } as const;
  await records.insert(lessonCheck).values({ ...check, numerator: 1, denominator: 2 });
}
