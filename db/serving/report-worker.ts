import { join } from 'node:path';
import { mailWay } from '@/db/accounts/mail-link.ts';
import { beginDueRuns } from '@/db/commands/begin-due-runs.ts';
import type { Delivery } from '@/db/commands/reports/deliver-report.ts';
import { hearWorker } from '@/db/commands/reports/tell-worker.ts';
import { type Workshop, workOffReport } from '@/db/commands/work-off-report.ts';
import type { OpenRecords } from '@/db/records.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Env } from '@/lib/env.ts';

const LOOK_EVERY_MS = 5000;

/** Where the reports of this process go, by its settings. */
export function deliveryOf({ home, reportsFolder }: Pick<Env, 'home' | 'reportsFolder'>): Delivery {
  return { mail: mailWay(), folder: reportsFolder ?? join(/* turbopackIgnore: true */ home, 'reports') };
}

/**
 * Makes the reports that wait, one at a time, and looks every few seconds, and whenever one is asked for here, whether a
 * schedule is due. Several programs on one record share the work. Ends with the function that comes back: what is being
 * made then is given back, and taken up again by the next program.
 */
export function workOnReports(
  { records }: Pick<OpenRecords, 'records'>,
  delivery: Delivery,
  onDefect: (error: unknown) => string,
): () => Promise<void> {
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  let isAsked = false;
  let looking: Promise<void> | null = null;
  const workshop: Workshop = { delivery, clock: () => new Date(), hasEnded: () => isEnding, onDefect };
  const look = async () => {
    clearTimeout(timer);
    do {
      isAsked = false;
      try {
        await workOffAll(records, workshop);
      } catch (error) {
        // While the database is away everything waits; the pages say so.
        if (!isEnding && !isUnavailable(error)) onDefect(error);
      }
    } while (isAsked && !isEnding);
    looking = null;
    if (!isEnding) timer = setTimeout(begin, LOOK_EVERY_MS).unref();
  };
  const begin = () => {
    isAsked = true;
    looking ??= look();
  };
  const stopHearing = hearWorker(begin);
  timer = setTimeout(begin, LOOK_EVERY_MS).unref();
  return async () => {
    isEnding = true;
    stopHearing();
    clearTimeout(timer);
    await looking;
  };
}

async function workOffAll(records: OpenRecords['records'], workshop: Workshop): Promise<void> {
  await beginDueRuns(records, workshop.clock());
  while (!workshop.hasEnded() && (await workOffReport(records, workshop)));
}
