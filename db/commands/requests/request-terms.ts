import { findTerms } from '@/db/commands/incidents/find-terms.ts';
import { seedTaxonomies } from '@/db/commands/seed-taxonomies.ts';
import { refuseOldZone } from '@/db/commands/workspace/refuse-old-zone.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { Conflict } from '@/lib/errors.ts';
import type { RequestTerms } from '@/lib/intake/request-draft.ts';

/** What requests are read against. The zone stays the workspace's until the transaction ends. */
export async function findRequestTerms(tx: Records, now: Date): Promise<RequestTerms> {
  const workspace = await findWorkspace(tx);
  if (!workspace) throw new Conflict('Lookback has not been set up yet. Nothing was written.');
  await refuseOldZone(tx, workspace.timeZone);
  await seedTaxonomies(tx);
  const { trigger, channel, journeyStage, technique, level } = await findTerms(tx);
  const ids = {
    trigger: new Set(trigger.keys()),
    channel: new Set(channel.keys()),
    journeyStage: new Set(journeyStage.keys()),
    technique: new Set(technique.keys()),
    level: new Set(level.keys()),
  };
  return { timeZone: workspace.timeZone, now: now.getTime(), ids };
}
