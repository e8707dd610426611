import type { Records } from '@/db/facts/snapshot.ts';
import { escalationPath } from '@/db/schema/incidents.ts';
import {
  channel,
  journeyStage,
  level,
  product,
  rootCause,
  taxonomyVersion,
  technique,
  trigger,
} from '@/db/schema/taxonomies.ts';
import { EDITABLE_SETS, type EditableSet, TERM_SEEDS } from '@/lib/taxonomy/editable-sets.ts';

const TABLES = {
  trigger,
  level,
  technique,
  root_cause: rootCause,
  channel,
  journey_stage: journeyStage,
  product,
} satisfies Record<EditableSet, unknown>;

/**
 * Gives a new record the vocabularies to start from. Rows that are there stay as the organisation has made them, so it
 * may run at every start.
 */
export async function seedTaxonomies(records: Records, now: Date): Promise<void> {
  await records.transaction(async (transaction) => {
    for (const set of EDITABLE_SETS) {
      await transaction.insert(TABLES[set]).values(TERM_SEEDS[set]).onConflictDoNothing();
    }
    await transaction.insert(escalationPath).values(UNKNOWN_PATH).onConflictDoNothing();
    await transaction
      .insert(taxonomyVersion)
      .values({ version: 1, madeAt: now, madeBy: 'lookback', change: 'The vocabularies to start from.' })
      .onConflictDoNothing();
  });
}

const UNKNOWN_PATH = { code: 0, id: 'unknown', levels: [] };
