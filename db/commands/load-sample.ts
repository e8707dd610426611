import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { writeIncidents } from '@/db/commands/incidents/write-incidents.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { noteChange } from '@/db/facts/facts.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findSample } from '@/db/queries/sample.ts';
import { source } from '@/db/schema/incidents.ts';
import { calendarUntil } from '@/db/seed/calendar.ts';
import { type SampleIncident, type SamplePlan, sampleIncidents } from '@/db/seed/generate.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';
import { writeHappenings } from './sample/write-happenings.ts';
import { writeOrganisation, writeVolumes } from './sample/write-organisation.ts';
import { writeReviews } from './sample/write-reviews.ts';
import { refuseOldZone } from './workspace/refuse-old-zone.ts';

/** How many incidents the sample has unless another size is asked for. */
export const SAMPLE_SIZE = 12_000;
/** Found to have all that the stories promise; others differ in chance only. */
export const SAMPLE_SEED = 1;

type RecordDatabase = PostgresJsDatabase<Record<string, never>>;

/**
 * Puts the sample into the record: an invented organisation with two years of incidents in which patterns are planted.
 * Up to 50,000 incidents go in as one; of larger samples what was written stays where the rest fails, and
 * `removeSample` takes it out.
 * @param onProgress how many incidents are in the record so far
 * @returns how many there are
 * @throws Forbidden without the right; Conflict when it is there already or shares a name with what is there
 */
export async function loadSample(
  records: RecordDatabase,
  viewer: Viewer,
  plan: SamplePlan,
  onProgress: (incidents: number) => void = () => {},
): Promise<number> {
  demand(viewer, 'administer', 'Only an administrator may load the sample.');
  const now = new Date();
  const incidents = sampleIncidents(plan);
  let written = 0;
  let next = take(incidents, BATCH);
  const fill = async (tx: Records) => {
    for (let batch = 0; batch < BATCHES_AT_ONCE && next.length > 0; batch++) {
      const writing = writeBatch(tx, next, plan.timeZone, now);
      const count = next.length;
      // The next ones are made while the database is busy with these.
      next = take(incidents, BATCH);
      await writing;
      written += count;
      onProgress(written);
    }
    return next.length === 0;
  };
  let isDone = await records.transaction(async (tx) => {
    await begin(tx, viewer, plan, now);
    return fill(tx);
  });
  while (!isDone) isDone = await records.transaction(fill);
  noteChange(records);
  return written;
}

const BATCH = 1000;
const BATCHES_AT_ONCE = 50;

async function begin(tx: Records, viewer: Viewer, plan: SamplePlan, now: Date): Promise<void> {
  // Two at once: the second waits here and then finds the first one's source.
  await tx.execute(sql`select pg_advisory_xact_lock(${SAMPLE_LOCK})`);
  await refuseOldZone(tx, plan.timeZone);
  if (await findSample(tx)) throw new Conflict('The sample is loaded already.');
  await tx.insert(source).values({ ...SAMPLE_SOURCE });
  const places = await writeOrganisation(tx);
  const calendar = calendarUntil(plan.until);
  await writeVolumes(tx, calendar, plan, places);
  await writeHappenings(tx, calendar, places, now);
  await writeAudit(tx, {
    at: now,
    actor: viewer.actor,
    action: 'sample_loaded',
    subject: `source ${SAMPLE_SOURCE.id}`,
    detail: { seed: plan.seed, incidents: plan.incidents, until: plan.until },
  });
}

export const SAMPLE_LOCK = 7_201_004;

async function writeBatch(
  tx: Records,
  made: readonly SampleIncident[],
  timeZone: string,
  now: Date,
): Promise<void> {
  const ready = made.map(({ draft }) => ({
    incidentId: toIncidentId(draft.source.id, draft.externalId),
    draft,
    rows: [],
    contentHash: SAMPLE_SOURCE.id,
  }));
  await writeIncidents(tx, ready, { timeZone, importRunId: null, now });
  const reviewed = made.flatMap(({ review }, index) => {
    const incidentId = ready[index]?.incidentId;
    return review && incidentId ? [{ incidentId, review }] : [];
  });
  await writeReviews(tx, reviewed);
}

function take<T>(from: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const { value, done } = from.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
