import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { analyzeIncidents } from '@/db/commands/incidents/analyze-incidents.ts';
import { together } from '@/db/commands/incidents/together.ts';
import { writeBatches } from '@/db/commands/incidents/write-batches.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { noteChange } from '@/db/facts/facts.ts';
import { markVolumes } from '@/db/facts/mark-volumes.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { findSample } from '@/db/queries/sample.ts';
import { source } from '@/db/schema/incidents.ts';
import { calendarUntil } from '@/db/seed/calendar.ts';
import type { SamplePlan } from '@/db/seed/generate.ts';
import { lessonEvidence } from '@/db/seed/lesson-evidence.ts';
import { SAMPLE_SOURCE } from '@/db/seed/sample-incident.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { withKeysAtOnce } from './sample/keys-at-once.ts';
import { sampleBatches } from './sample/sample-batches.ts';
import { writeHappenings } from './sample/write-happenings.ts';
import { writeLessons } from './sample/write-lessons.ts';
import { type SamplePlaces, writeOrganisation, writeVolumes } from './sample/write-organisation.ts';
import { writeReviews } from './sample/write-reviews.ts';
import { refuseOldZone } from './workspace/refuse-old-zone.ts';

/** How many incidents the sample has unless another size is asked for. */
export const SAMPLE_SIZE = 12_000;
/** Found to have all that the stories promise; others differ in chance only. */
export const SAMPLE_SEED = 1;

type RecordDatabase = PostgresJsDatabase<Record<string, never>>;

export interface LoadedSample {
  incidents: number;
  /** Of incidents, their texts, their details and their reviews. */
  rows: number;
}

/**
 * Puts the sample into the record, whole or not at all: an invented organisation with two years of incidents in which
 * patterns are planted.
 * @param onProgress how many incidents are written so far
 * @throws Forbidden without the right; Conflict when it is there already or shares a name with what is there
 */
export async function loadSample(
  records: RecordDatabase,
  viewer: Viewer,
  plan: SamplePlan,
  onProgress: (incidents: number) => void = () => {},
): Promise<LoadedSample> {
  demand(viewer, 'administer', 'Only an administrator may load the sample.');
  const now = new Date();
  const loaded = { incidents: 0, rows: 0 };
  const write = async (tx: Records) => {
    const places = await begin(tx, plan);
    const writing = { timeZone: plan.timeZone, importRunId: null, now, isInvented: true };
    const evidence = lessonEvidence(plan);
    const incidents = writeBatches(tx, sampleBatches(plan), writing, async ({ ready, reviewed }, written) => {
      for (const { draft } of ready) evidence.count(draft);
      loaded.incidents += ready.length;
      loaded.rows += written.rows + (await writeReviews(tx, reviewed));
      onProgress(loaded.incidents);
    });
    await together([incidents, writeSurroundings(tx, plan, places, now)]);
    await writeLessons(tx, evidence.lessons);
    await analyzeIncidents(tx);
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'sample_loaded',
      subject: `source ${SAMPLE_SOURCE.id}`,
      detail: { seed: plan.seed, incidents: plan.incidents, until: plan.until },
    });
  };
  await records.transaction((tx) => withKeysAtOnce(tx, () => write(tx)));
  noteChange(records);
  return loaded;
}

async function begin(tx: Records, plan: SamplePlan): Promise<SamplePlaces> {
  // Two at once: the second waits here and then finds the first one's source.
  await tx.execute(sql`select pg_advisory_xact_lock(${SAMPLE_LOCK})`);
  await refuseOldZone(tx, plan.timeZone);
  if (await findSample(tx)) throw new Conflict('The sample is loaded already.');
  await tx.insert(source).values({ ...SAMPLE_SOURCE });
  return writeOrganisation(tx);
}

async function writeSurroundings(tx: Records, plan: SamplePlan, places: SamplePlaces, now: Date) {
  const calendar = calendarUntil(plan.until);
  await writeHappenings(tx, calendar, places, now);
  await writeVolumes(tx, calendar, plan, places);
  await markVolumes(tx, now);
}

export const SAMPLE_LOCK = 7_201_004;
