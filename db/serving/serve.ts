import { CannotStart } from '@/db/cannot-start.ts';
import { startFacts } from '@/db/facts/facts.ts';
import { startSweeping } from '@/db/facts/sweep.ts';
import { mailProblem, theMailer } from '@/db/mail/mailer.ts';
import type { OpenRecords } from '@/db/records.ts';
import { logDefect } from '@/db/reports/log.ts';
import { closeOnFailure, startRecords } from '@/db/start.ts';
import { type Env, env, InvalidEnv } from '@/lib/env.ts';
import { type Doorman, postDoorman } from './doorman.ts';
import { beginDraining, isDraining } from './drain.ts';
import { prepareFirstRun } from './first-run.ts';
import { workAtNight } from './nightly.ts';
import { deliveryOf, workOnReports } from './report-worker.ts';
import { watchOver } from './watch-over.ts';

const DRAIN_MS = 25_000;

/** Prepares everything that a page needs, before the first one is asked for. Ends the process when that fails. */
export async function beginServing(): Promise<void> {
  try {
    const settings = env();
    const doorman = postDoorman(settings);
    const opened = await startRecords();
    const endFacts = beginFacts(opened, settings);
    const endNights = workAtNight(opened, settings.home, logOf('night'));
    const endReports = workOnReports(opened, deliveryOf(settings), logOf('reports'));
    // All at once: what is being copied ends with its connection rather than being waited for.
    endOnSignals(doorman, () => Promise.all([endFacts(), endNights(), endReports(), opened.close()]));
    const lines = await closeOnFailure(opened, () => prepareFirstRun(opened.records, settings, new Date()));
    if (lines.length > 0) console.log(lines.join('\n'));
    void tryMail();
  } catch (error) {
    // If this threw, the server would stay up and answer every request with an error.
    console.error(describeFailure(error));
    process.exit(1);
  }
}

/** Figures from a copy unless the settings say otherwise; marks of changes are there for the copies of others too. */
function beginFacts(opened: OpenRecords, { facts: source }: Env): () => Promise<void> {
  const logIt = logOf('facts');
  const stopSweeping = startSweeping(opened.sql, logIt);
  const facts = source === 'copy' ? startFacts(opened, logIt) : null;
  const stopWatching = facts ? watchOver(opened.records, logIt) : () => {};
  return async () => {
    stopWatching();
    stopSweeping();
    await facts?.close();
  };
}

/** Nobody waits for it: without a mail server everything else works, and links are shown to be copied. */
async function tryMail(): Promise<void> {
  const problem = await mailProblem(theMailer());
  if (problem) console.log(problem);
}

const logOf = (path: string) => (error: unknown) => logDefect(error, { method: 'background', path });

function describeFailure(error: unknown): string {
  if (error instanceof InvalidEnv) return `Lookback cannot start: ${error.message}`;
  if (error instanceof CannotStart) return `Lookback cannot start: ${error.message}`;
  return `Lookback cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/**
 * Not ready, then the answers that are on their way, then the database, then the end. In development the framework's
 * own end comes last, since it keeps what it has compiled.
 */
function endOnSignals(doorman: Doorman, leave: () => Promise<unknown>): void {
  const isDevelopment = process.env.NODE_ENV === 'development';
  const end = async (frameworksOwn: () => void) => {
    if (isDraining()) return;
    beginDraining();
    if (!isDevelopment) await doorman.drain(DRAIN_MS);
    await leave();
    if (isDevelopment) frameworksOwn();
    else process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // The framework would end the process while the database is still being left.
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => {
      end(() => {
        for (const other of others) other(signal);
      }).catch((error) => {
        console.error('Lookback did not end in order:', error);
        process.exit(1);
      });
    });
  }
}
