import { factsOf } from '@/db/facts/facts.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import { patternsOf } from '@/db/reports/pattern-scan.ts';
import { openReading, type Reading } from '@/db/reports/reading.ts';
import { signalsOf } from '@/db/reports/signals-kept.ts';
import { makeWatchedSums } from '@/db/reports/watched-sums.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';

const LOOK_EVERY_MS = 2000;

/** Who sees all teams finds the watch-list and the patterns of the usual period made already. */
const EVERYBODY: Viewer = { actor: 'background', roles: ['qa'], teams: 'all' };

/** What is made ready of a new version of the facts, and how long it rests after that. */
export interface Work {
  make: (reading: Reading) => Promise<unknown>;
  restMs: number;
}

const WORKS: readonly Work[] = [
  // The weeks of years: while incidents keep coming in, each period is asked by itself.
  { make: makeWatchedSums, restMs: 30_000 },
  { make: signalsOf, restMs: 0 },
  // All combinations of three values: while incidents keep coming in, pages want the processor, too.
  { make: patternsOf, restMs: 60_000 },
];

/**
 * Judges every series and looks for patterns anew after each refresh of the facts, in the background, so that the pages need
 * not. Ends with the function that comes back.
 */
export function watchOver(
  records: OpenRecords['records'],
  onError: (error: unknown) => void,
  everyMs = LOOK_EVERY_MS,
  works = WORKS,
): () => void {
  const done = works.map((work) => ({ ...work, version: -1, restsUntil: 0 }));
  let hasEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const version = await newestVersion(records);
      for (const work of done) {
        if (hasEnded || version === null || version === work.version || performance.now() < work.restsUntil)
          continue;
        await make(records, work);
        work.version = version;
        work.restsUntil = performance.now() + work.restMs;
      }
    } catch (error) {
      if (!hasEnded) onError(error);
    }
    if (!hasEnded) timer = setTimeout(look, everyMs).unref();
  };
  timer = setTimeout(look, everyMs).unref();
  return () => {
    hasEnded = true;
    clearTimeout(timer);
  };
}

/** Null where there is no copy, or nobody yet for whom anything could be made ready of it. */
async function newestVersion(records: OpenRecords['records']): Promise<number | null> {
  const copy = (await findWorkspace(records)) && (await factsOf(records)?.open());
  if (!copy) return null;
  const { version } = copy.reader;
  await copy.reader.close();
  return version;
}

async function make(records: OpenRecords['records'], work: Work): Promise<void> {
  const reading = await openReading(records, EVERYBODY, parseFilters(new URLSearchParams()));
  try {
    await work.make(reading);
  } finally {
    await reading.snapshot.close();
  }
}
