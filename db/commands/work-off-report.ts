import { findViewerOfActor } from '@/db/accounts/scope.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { Forbidden, Invalid, NotFound } from '@/lib/errors.ts';
import { isPackPage } from '@/lib/packs/pack-pages.ts';
import {
  claimReport,
  dropPieces,
  giveBack,
  JobLost,
  keepReport,
  type ReportJob,
} from './reports/claim-report.ts';
import { type Delivery, deliverReport } from './reports/deliver-report.ts';
import { makePanels, makeRows } from './reports/make-files.ts';
import { endRun, findRunOf } from './reports/run-of-report.ts';

const BEAT_MS = 10_000;

/** What the work on reports stands on. */
export interface Workshop {
  delivery: Delivery;
  clock: () => Date;
  /** Asked between pieces: what is left then is taken up again by the next program. */
  hasEnded: () => boolean;
  /** Takes what failed for no reason that could be told; answers with the id under which it is logged. */
  onDefect: (error: unknown) => string;
}

/**
 * Makes the report that has waited longest, as whoever asked for it may see it at this moment, and sends it where its
 * schedule says. Returns whether there was one. What goes wrong stands with the report, in words.
 */
export async function workOffReport(records: RecordDatabase, workshop: Workshop): Promise<boolean> {
  const job = await claimReport(records, workshop.clock());
  if (!job) return false;
  const beat = () => keepReport(records, job, { beatAt: workshop.clock() });
  // A beat that fails is followed by a failing write, which tells.
  const beating = setInterval(() => void beat().catch(() => null), BEAT_MS);
  try {
    await work(records, job, workshop);
  } catch (error) {
    await settle(records, job, error, workshop);
  } finally {
    clearInterval(beating);
  }
  return true;
}

async function work(records: RecordDatabase, job: ReportJob, workshop: Workshop): Promise<void> {
  const now = workshop.clock();
  const viewer = await viewerOfJob(records, job, now);
  const run = await findRunOf(records, job.reportId);
  if (job.madeAt === null) {
    const made = isPackPage(job.page)
      ? await makePanels(records, viewer, { ...job, page: job.page }, run, workshop)
      : await makeRows(records, viewer, job, run, workshop);
    if (made === 'unchanged') return;
  }
  if (run) await deliverReport(records, job, run, workshop);
  await keepReport(records, job, { state: 'made' });
}

/** Who asked for it, as they are now. Throws Forbidden, in words, when they may no longer have it. */
async function viewerOfJob(records: RecordDatabase, { account }: ReportJob, now: Date): Promise<Viewer> {
  const viewer = await findViewerOfActor(records, account, now);
  if (!viewer) throw new Forbidden('The account that asked for it has been disabled or closed.');
  if (!may(viewer, 'build_reports'))
    throw new Forbidden('The account that asked for it may no longer make reports.');
  return viewer;
}

/** Writes down what went wrong: with the report, and with the run of its schedule. */
async function settle(
  records: RecordDatabase,
  job: ReportJob,
  error: unknown,
  { hasEnded, onDefect, clock }: Workshop,
): Promise<void> {
  if (hasEnded()) return giveBack(records, job).catch(() => undefined);
  if (error instanceof JobLost) return dropPieces(records, job);
  const isRefused = error instanceof Forbidden;
  const isTold = isRefused || error instanceof NotFound || error instanceof Invalid;
  const problem = isTold
    ? error.message
    : `It failed inside Lookback, error ${onDefect(error)}. Nothing was kept; try again.`;
  const state = isRefused ? 'refused' : 'failed';
  await keepReport(records, job, { state, problem }).catch((lost: unknown) => {
    if (!(lost instanceof JobLost)) throw lost;
  });
  await endRun(records, job.reportId, { result: state, words: problem, pauses: isRefused }, clock());
}
