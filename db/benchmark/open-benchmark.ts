import { count } from 'drizzle-orm';
import { CannotStart } from '@/db/cannot-start.ts';
import { SAMPLE_SEED } from '@/db/commands/load-sample.ts';
import { loadSampleAsOwner } from '@/db/commands/load-sample-as-owner.ts';
import { setUpWorkspaceIn } from '@/db/commands/set-up-workspace.ts';
import { connectOnce } from '@/db/connect.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type OpenRecords, openRecords } from '@/db/records.ts';
import { incident } from '@/db/schema/incidents.ts';
import { closeOnFailure, prepareRecords } from '@/db/start.ts';
import type { Viewer } from '@/lib/access.ts';

/** A record of its own that holds nothing but the sample. */
export interface BenchmarkRecord {
  opened: OpenRecords;
  incidents: number;
  /** How long the sample took to go in; null where it was there already. */
  seededInSeconds: number | null;
}

/** Whoever runs the benchmark; sees everything. */
export const BENCHMARK_VIEWER: Viewer = { actor: 'benchmark', roles: ['admin', 'qa'], teams: 'all' };
/** The account that signs in when pages are measured. The home of a benchmark holds nothing of anybody's. */
export const BENCHMARK_ACCOUNT = { email: 'benchmark@example.org', password: 'a million incidents' };

const NAME = 'Benchmark';
const LAST_DAY = '2026-01-01';

/**
 * Opens the record in a home by the embedded database, and loads a sample of about so many incidents where it is empty.
 * @throws CannotStart where the home is somebody's, or has a sample of another size
 */
export async function openBenchmark(
  home: string,
  incidents: number,
  say: (line: string) => void,
): Promise<BenchmarkRecord> {
  const opened = await prepareRecords(
    await openRecords({ home, databaseUrl: null, databaseDirectUrl: null }, say),
  );
  return closeOnFailure(opened, async () => {
    await ensureOwn(opened, home);
    const before = await countRows(opened);
    const seededInSeconds = before === 0 ? await seed(opened, incidents, say) : null;
    const there = seededInSeconds === null ? before : await countRows(opened);
    if (Math.abs(there - incidents) > Math.max(50, incidents / 20)) {
      throw new CannotStart(
        `${home} holds ${there} incidents, not ${incidents}. Give another folder with --home.`,
      );
    }
    return { opened, incidents: there, seededInSeconds };
  });
}

async function ensureOwn({ records }: OpenRecords, home: string): Promise<void> {
  const workspace = await findWorkspace(records);
  if (workspace?.name === NAME) return;
  if (workspace) throw new CannotStart(`${home} is the home of ${workspace.name}, not of a benchmark.`);
  const form = {
    ...BENCHMARK_ACCOUNT,
    name: NAME,
    workspaceName: NAME,
    timeZone: 'UTC',
    country: 'GB',
    currency: 'GBP',
  };
  await setUpWorkspaceIn(records, form, 'settings', new Date());
}

async function seed(opened: OpenRecords, incidents: number, say: (line: string) => void) {
  const started = performance.now();
  const plan = { seed: SAMPLE_SEED, incidents, until: LAST_DAY, timeZone: 'UTC', currency: 'GBP' };
  await loadSampleAsOwner(opened, BENCHMARK_VIEWER, plan, (written) => {
    if (written % 50_000 === 0) say(`Written: ${written} incidents`);
  });
  const seconds = (performance.now() - started) / 1000;
  // What the database does for itself a while later, so that the first figures are those of every day.
  const owner = connectOnce(opened.ownerUrl, 'lookback benchmark');
  await owner`vacuum (analyze)`.finally(() => owner.end());
  return seconds;
}

async function countRows({ records }: OpenRecords): Promise<number> {
  const [row] = await records.select({ rows: count() }).from(incident);
  return row?.rows ?? 0;
}
