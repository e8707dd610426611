import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureIntake } from '@/db/benchmark/intake.ts';
import { type BenchmarkRecord, openBenchmark } from '@/db/benchmark/open-benchmark.ts';
import { measureTakeOut } from '@/db/benchmark/take-out.ts';
import { closeOnFailure } from '@/db/start.ts';
import { addStages } from './add-stages.ts';
import type { BenchmarkPlan, Size } from './arguments.ts';
import { choosePlace, chooseQueries } from './choose-queries.ts';
import { openFacts, type Runs, timeOnFacts, timeOnRecord } from './compare-engines.ts';
import { type During, noteStages } from './during.ts';
import { describeMachine } from './machine.ts';
import { timePages } from './pages.ts';
import type { Result, Stage } from './result.ts';
import { timeRefresh } from './time-refresh.ts';

/** How many incidents are seeded and imported into an empty record beside a bare COPY. */
const INTAKE = 100_000;

/** What can be measured of facts that no record stands behind. */
const OF_DIRECT: readonly Stage[] = ['reports', 'questions'];

/** What came of a size. */
interface Run {
  result: Result;
  /** Why a stage could not be measured. */
  failed: readonly unknown[];
}

interface Hearers {
  say: (line: string) => void;
  /** Is called after each stage with that stage alone, so that nothing is lost of what was measured. */
  keep?: (stage: Result) => void;
}

/** Measures at one size what the plan wants, one stage after the other. */
export async function runSize(size: Size, plan: BenchmarkPlan, { say, keep }: Hearers): Promise<Run> {
  const isDirect = size.made === 'direct';
  const there = isDirect ? Math.min(plan.directFrom, size.incidents) : size.incidents;
  const home = join(plan.home, String(there));
  say(`${size.incidents} incidents, from the record in ${home}`);
  const wanted = isDirect ? plan.stages.filter((stage) => OF_DIRECT.includes(stage)) : plan.stages;
  const benchmark = await openBenchmark(home, there, say);
  const times = isDirect ? Math.max(1, Math.round(size.incidents / benchmark.incidents)) : null;
  const nothing: Result = {
    ...{ incidents: benchmark.incidents * (times ?? 1), made: size.made, machine: describeMachine() },
    ...{ measured: {}, compared: [], seededInSeconds: benchmark.seededInSeconds },
    ...{ refresh: null, memoryMb: null, intake: null, takeOut: null, page: null },
  };
  let result = nothing;
  const failed: unknown[] = [];
  const during = noteStages(wanted, {
    say,
    keep: (figures, measured) => {
      const stage = { ...nothing, ...figures, measured };
      result = addStages(result, stage);
      keep?.(stage);
    },
    fail: (error) => failed.push(error),
  });
  const wants = (...stages: Stage[]) => stages.some((stage) => wanted.includes(stage));
  const queries = await closeOnFailure(benchmark.opened, () =>
    runOpened(benchmark, times, plan, { during, wants, say }),
  );
  await benchmark.opened.close();
  await during('intake', async () => ({
    intake: await runIntake(plan, Math.min(INTAKE, size.incidents), say),
  }));
  await during('pages', async () => {
    const page = await timePages(home, { queries, warm: plan.warm }, plan.pages, say);
    return page && { page };
  });
  return { result, failed };
}

interface Stages {
  during: During;
  wants: (...stages: Stage[]) => boolean;
  say: (line: string) => void;
}

/** @returns the filters that were asked with */
async function runOpened(
  benchmark: BenchmarkRecord,
  times: number | null,
  { runs, warm, minutes }: BenchmarkPlan,
  { during, wants, say }: Stages,
): Promise<string[]> {
  const { opened } = benchmark;
  const count = warm + runs;
  await during('refresh', async () => ({ refresh: await timeRefresh(opened, count, warm) }));
  const place = await choosePlace(opened.records);
  const queries = wants('reports', 'questions', 'export')
    ? await askFacts(benchmark, times, { place, count, warm, minutes, say }, during)
    : await chooseQueries(place, count);
  await timeOnRecord({ place, queries, warm, minutes, say }, during);
  return queries;
}

async function askFacts(
  { opened, incidents }: BenchmarkRecord,
  times: number | null,
  { count, ...runs }: Omit<Runs, 'queries'> & { count: number },
  during: During,
): Promise<string[]> {
  const facts = await openFacts(opened, times);
  try {
    const queries = await chooseQueries(runs.place, count);
    await timeOnFacts(facts, times !== null, { ...runs, queries }, during);
    await during('export', async () => ({
      takeOut: await measureTakeOut(incidents, { ...runs.place, ownerUrl: opened.ownerUrl }),
    }));
    return queries;
  } finally {
    await facts.close();
  }
}

async function runIntake({ home }: BenchmarkPlan, incidents: number, say: (line: string) => void) {
  const empty = await mkdtemp(join(home, 'intake-'));
  try {
    return await measureIntake(empty, incidents, say);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}
