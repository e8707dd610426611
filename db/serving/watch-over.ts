import { factsOf } from '@/db/facts/facts.ts';
import type { OpenRecords } from '@/db/records.ts';
import { openReading } from '@/db/reports/reading.ts';
import { signalsOf } from '@/db/reports/signals-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';

const LOOK_EVERY_MS = 2000;

/** Who sees all teams finds the watch-list of the usual period judged already. */
const EVERYBODY: Viewer = { actor: 'background', roles: ['qa'], teams: 'all' };

/**
 * Judges every series anew after each refresh of the facts, in the background, so that the page need not. Ends with the
 * function that comes back.
 */
export function watchOver(
  records: OpenRecords['records'],
  onError: (error: unknown) => void,
  everyMs = LOOK_EVERY_MS,
): () => void {
  let judged: number | null = null;
  let hasEnded = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      const version = await newestVersion(records);
      if (version !== null && version !== judged) {
        await judge(records);
        judged = version;
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

async function newestVersion(records: OpenRecords['records']): Promise<number | null> {
  const copy = await factsOf(records)?.open();
  if (!copy) return null;
  const { version } = copy.reader;
  await copy.reader.close();
  return version;
}

async function judge(records: OpenRecords['records']): Promise<void> {
  const reading = await openReading(records, EVERYBODY, parseFilters(new URLSearchParams()));
  try {
    await signalsOf(reading);
  } finally {
    await reading.snapshot.close();
  }
}
