import { giveWay } from '@/db/commands/incidents/give-way.ts';
import type { ReadyIncident } from '@/db/commands/incidents/incident-write.ts';
import { type SamplePlan, sampleIncidents } from '@/db/seed/generate.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';
import type { SampleReview } from '@/db/seed/sample-review.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';

export interface SampleBatch {
  ready: ReadyIncident[];
  reviewed: { incidentId: string; review: SampleReview }[];
}

/** The first batches are small, so that the database soon has something to do. */
const FIRST_SIZES = [250, 500, 1000, 2000];
const SIZE = 3000;
const AT_ONCE = 25;

/** The incidents of a sample as they are written, a batch at a time. */
export async function* sampleBatches(plan: SamplePlan): AsyncGenerator<SampleBatch, void> {
  let batch: SampleBatch = { ready: [], reviewed: [] };
  const sizes = FIRST_SIZES.values();
  let size = sizes.next().value ?? SIZE;
  for (const { draft, review } of sampleIncidents(plan)) {
    const incidentId = toIncidentId(draft.source.id, draft.externalId);
    batch.ready.push({ incidentId, draft, rows: [], contentHash: SAMPLE_SOURCE.id });
    if (review) batch.reviewed.push({ incidentId, review });
    if (batch.ready.length % AT_ONCE === 0) await giveWay();
    if (batch.ready.length < size) continue;
    yield batch;
    size = sizes.next().value ?? SIZE;
    batch = { ready: [], reviewed: [] };
  }
  if (batch.ready.length > 0) yield batch;
}
