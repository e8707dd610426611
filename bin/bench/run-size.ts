import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureIntake } from '@/db/benchmark/intake.ts';
import { type BenchmarkRecord, openBenchmark } from '@/db/benchmark/open-benchmark.ts';
import { measureTakeOut } from '@/db/benchmark/take-out.ts';
import { closeOnFailure } from '@/db/start.ts';
import type { BenchmarkPlan, Size } from './arguments.ts';
import { choosePlace, chooseQueries } from './choose-queries.ts';
import { openFacts, timeOnFacts, timeOnRecord } from './compare-engines.ts';
import { type During, noteStages } from './during.ts';
import { describeMachine } from './machine.ts';
import { timePages } from './pages.ts';
import type { Compared, Result, Stage } from './result.ts';
import type { Place } from './subjects.ts';
import { timeRefresh } from './time-refresh.ts';

/** How many incidents are seeded and imported into an empty record beside a bare COPY. */
const INTAKE = 20_000;

/** What can be measured of facts that no record stands behind. */
const OF_DIRECT: readonly Stage[] = ['reports', 'questions'];

/** Measures at one size what the plan wants, one stage after the other. */
export async function runSize(size: Size, plan: BenchmarkPlan, say: (line: string) => void): Promise<Result> {
  const isDirect = size.made === 'direct';
  const there = isDirect ? Math.min(plan.directFrom, size.incidents) : size.incidents;
  const home = join(plan.home, String(there));
  say(`${size.incidents} incidents, from the record in ${home}`);
  const stages = noteStages(
    isDirect ? plan.stages.filter((stage) => OF_DIRECT.includes(stage)) : plan.stages,
    say,
  );
  const { during, measured } = stages;
  const benchmark = await openBenchmark(home, there, say);
  const times = isDirect ? Math.max(1, Math.round(size.incidents / benchmark.incidents)) : null;
  const { queries, ...figures } = await closeOnFailure(benchmark.opened, () =>
    runOpened(benchmark, times, plan, { ...stages, say }),
  );
  await benchmark.opened.close();
  const intake = await during('intake', () => runIntake(plan, Math.min(INTAKE, size.incidents), say));
  const page = await during('pages', () => timePages(home, { queries, warm: plan.warm }, plan.pages, say));
  return {
    incidents: benchmark.incidents * (times ?? 1),
    made: size.made,
    machine: describeMachine(),
    measured,
    seededInSeconds: benchmark.seededInSeconds,
    ...figures,
    intake,
    page,
  };
}

async function runOpened(
  benchmark: BenchmarkRecord,
  times: number | null,
  { runs, warm }: BenchmarkPlan,
  { during, wants, say }: ReturnType<typeof noteStages> & { say: (line: string) => void },
) {
  const { opened } = benchmark;
  const count = warm + runs;
  const refresh = await during('refresh', () => timeRefresh(opened, count, warm));
  const place = await choosePlace(opened.records);
  const onFacts = wants('reports', 'questions', 'export')
    ? await askFacts(benchmark, times, { place, count, warm, say }, during)
    : null;
  const queries = onFacts?.queries ?? (await chooseQueries(place, count));
  const onRecord = await timeOnRecord({ place, queries, warm, say }, during);
  const compared = merge(onFacts?.compared ?? [], onRecord);
  return {
    queries,
    refresh,
    compared,
    memoryMb: onFacts?.memoryMb ?? null,
    takeOut: onFacts?.takeOut ?? null,
  };
}

async function askFacts(
  { opened, incidents }: BenchmarkRecord,
  times: number | null,
  { place, count, warm, say }: { place: Place; count: number; warm: number; say: (line: string) => void },
  during: During,
) {
  const facts = await openFacts(opened, times);
  try {
    const queries = await chooseQueries(place, count);
    const timed = await timeOnFacts(facts, times !== null, { place, queries, warm, say }, during);
    const takeOut = await during('export', () =>
      measureTakeOut(incidents, { ...place, ownerUrl: opened.ownerUrl }),
    );
    return { queries, ...timed, takeOut };
  } finally {
    await facts.close();
  }
}

function merge(onFacts: readonly Compared[], onRecord: readonly Compared[]): Compared[] {
  const recordOf = new Map(onRecord.map((one) => [`${one.kind} ${one.name}`, one]));
  const both = onFacts.map((one) => {
    const key = `${one.kind} ${one.name}`;
    const record = recordOf.get(key)?.record ?? null;
    recordOf.delete(key);
    return { ...one, record };
  });
  return [...both, ...recordOf.values()];
}

async function runIntake({ home }: BenchmarkPlan, incidents: number, say: (line: string) => void) {
  const empty = await mkdtemp(join(home, 'intake-'));
  try {
    return await measureIntake(empty, incidents, say);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
