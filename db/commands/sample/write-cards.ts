import { eq, inArray } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { scenario, scenarioTechnique, trainingSessionScenario } from '@/db/schema/scenarios.ts';
import { technique, trigger } from '@/db/schema/taxonomies.ts';
import type { SampleCard } from '@/db/seed/cards.ts';
import { SAMPLE_OWNER } from '@/db/seed/sample-owner.ts';
import { CUES, CUSTOMER_STATES, toCode } from '@/lib/taxonomy/fixed-sets.ts';

/** Writes invented cards, which a session practises with. */
export async function writeCards(
  tx: Records,
  trainingSessionId: number,
  cards: readonly SampleCard[],
  now: Date,
): Promise<void> {
  for (const { trigger: triggerId, customerState, cues, techniques, ...words } of cards) {
    const [of] = await tx.select({ code: trigger.code }).from(trigger).where(eq(trigger.id, triggerId));
    const [made] = await tx
      .insert(scenario)
      .values({
        ...words,
        trigger: of?.code ?? 0,
        customerState: toCode(CUSTOMER_STATES, customerState),
        cues: cues.map((cue) => toCode(CUES, cue)),
        madeBy: SAMPLE_OWNER,
        madeAt: now,
      })
      .returning({ scenarioId: scenario.scenarioId });
    if (!made) throw new Error('the record kept no card');
    const codes = await tx
      .select({ technique: technique.code })
      .from(technique)
      .where(inArray(technique.id, [...techniques]));
    await tx.insert(scenarioTechnique).values(codes.map((one) => ({ ...one, ...made })));
    await tx.insert(trainingSessionScenario).values({ ...made, trainingSessionId });
  }
}
