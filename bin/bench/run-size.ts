import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchmarkQueries } from '@/db/benchmark/benchmark-filters.ts';
import { type Intake, measureIntake } from '@/db/benchmark/intake.ts';
import { type BenchmarkRecord, openBenchmark } from '@/db/benchmark/open-benchmark.ts';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { closeOnFailure } from '@/db/start.ts';
import type { BenchmarkPlan, Size } from './arguments.ts';
import { compareEngines } from './compare-engines.ts';
import { currentLoad, describeMachine } from './machine.ts';
import { timePages } from './pages.ts';
import type { Result } from './result.ts';
import { open, type Place } from './subjects.ts';
import { timeRefresh } from './time-refresh.ts';

/** How many incidents are seeded and imported into an empty record beside a bare COPY. */
const INTAKE = 20_000;

/** Measures everything at one size, one thing after the other. */
export async function runSize(size: Size, plan: BenchmarkPlan, say: (line: string) => void): Promise<Result> {
  const before = currentLoad();
  const isDirect = size.made === 'direct';
  const there = isDirect ? Math.min(plan.directFrom, size.incidents) : size.incidents;
  const home = join(plan.home, String(there));
  say(`${size.incidents} incidents, from the record in ${home}`);
  const benchmark = await openBenchmark(home, there, say);
  const { queries, ...measured } = await closeOnFailure(benchmark.opened, () =>
    runOpened(benchmark, size, plan, say),
  );
  await benchmark.opened.close();
  const intake = isDirect ? null : await runIntake(plan, Math.min(INTAKE, size.incidents), say);
  const page = isDirect ? null : await timePages(home, { queries, warm: plan.warm }, plan.pages, say);
  return {
    incidents: isDirect ? benchmark.incidents * timesOf(size, benchmark) : benchmark.incidents,
    made: size.made,
    at: new Date().toISOString(),
    machine: describeMachine(),
    seededInSeconds: benchmark.seededInSeconds,
    ...measured,
    intake,
    page,
    load: { before, after: currentLoad() },
  };
}

async function runOpened(
  benchmark: BenchmarkRecord,
  size: Size,
  plan: BenchmarkPlan,
  say: (line: string) => void,
) {
  const { opened } = benchmark;
  const { place, queries } = await choose(benchmark, plan.warm + plan.runs);
  if (size.made === 'direct') say('Making the facts');
  else say('Refreshing the copy');
  const refresh = size.made === 'direct' ? null : await timeRefresh(opened, plan.warm + plan.runs, plan.warm);
  const times = size.made === 'direct' ? timesOf(size, benchmark) : null;
  const engines = await compareEngines(opened, times, { place, queries, warm: plan.warm }, say);
  return { queries, refresh, ...engines };
}

function timesOf({ incidents }: Size, benchmark: BenchmarkRecord): number {
  return Math.max(1, Math.round(incidents / benchmark.incidents));
}

/** Filters under which there is something, and noon after the last day of the record as the present. */
async function choose({ opened: { records } }: BenchmarkRecord, count: number) {
  const everything = await open('period=all', { record: records, now: Date.now() });
  await everything.snapshot.close();
  const { vocabularies, coverage } = everything;
  if (!coverage) throw new Error('there are no incidents to measure');
  const place: Place = { record: records, now: Date.parse(`${coverage.until}T12:00:00Z`) };
  const queries: string[] = [];
  for (const query of benchmarkQueries(4 * count, { vocabularies, coverage, seed: 7 })) {
    if (queries.length === count) break;
    const reading = await open(query, place);
    const shown = await countIncidents(reading.snapshot, reading.viewer, reading.asked);
    await reading.snapshot.close();
    if (shown > 0) queries.push(query);
  }
  if (queries.length < count) throw new Error(`only ${queries.length} of ${count} filters show something`);
  return { place, queries };
}

async function runIntake(
  { home }: BenchmarkPlan,
  incidents: number,
  say: (line: string) => void,
): Promise<{ seed: Intake; import: Intake }> {
  say(`Seeding and importing ${incidents} incidents beside COPY`);
  const empty = await mkdtemp(join(home, 'intake-'));
  try {
    return await measureIntake(empty, incidents, say);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
