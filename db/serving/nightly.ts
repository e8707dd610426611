import { forgetCounters } from '@/db/accounts/counters.ts';
import { applyRetention } from '@/db/commands/apply-retention.ts';
import { removeUploads } from '@/db/commands/receive-upload.ts';
import { removeOldReports } from '@/db/commands/remove-old-reports.ts';
import { findLastRetention } from '@/db/queries/retention-runs.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import type { OpenRecords } from '@/db/records.ts';
import type { Viewer } from '@/lib/access.ts';
import { Conflict } from '@/lib/errors.ts';
import { toLocal } from '@/lib/intake/zones.ts';
import { isRetentionDue } from '@/lib/privacy/retention.ts';

const LOOK_EVERY_MS = 600_000;
const UPLOAD_MS = 24 * 3_600_000;
/** Longer than anything that is counted has to wait. */
const COUNTED_MS = 24 * 3_600_000;

/** What the audit log names where the night's work was done. */
export const NIGHT_WORK: Viewer = { actor: 'lookback', roles: ['admin'], teams: 'all' };

/**
 * Does once a night, from two o'clock on in the zone of the workspace, what nobody has to ask for: what is older than
 * it is kept is removed, and so are old reports, uploads that a crash left behind and counts of requests. Ends with the function that comes back.
 */
export function workAtNight(
  { records }: Pick<OpenRecords, 'records'>,
  home: string,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await doNightWork(records, home, new Date(), () => isEnding);
    } catch (error) {
      // At the end the connection is taken away; the next start goes on where this stopped.
      if (!isEnding) onError(error);
    }
    if (!isEnding) timer = setTimeout(begin, LOOK_EVERY_MS).unref();
  };
  const begin = () => {
    looking = look();
  };
  timer = setTimeout(begin, LOOK_EVERY_MS).unref();
  return async () => {
    isEnding = true;
    clearTimeout(timer);
    await looking;
  };
}

/** Does the work of the night if it is due. Returns whether it was. */
export async function doNightWork(
  records: OpenRecords['records'],
  home: string,
  now: Date,
  hasEnded: () => boolean,
): Promise<boolean> {
  const timeZone = (await findWorkspace(records))?.timeZone;
  if (timeZone === undefined) return false;
  const { on, hour } = toLocal(now.getTime(), timeZone);
  const last = await findLastRetention(records, NIGHT_WORK);
  if (!isRetentionDue({ day: on, hour }, last?.day ?? null)) return false;
  await removeUploads(home, now.getTime() - UPLOAD_MS);
  await forgetCounters(records, new Date(now.getTime() - COUNTED_MS));
  await removeOldReports(records, NIGHT_WORK, now);
  try {
    await applyRetention(records, NIGHT_WORK, now, { hasEnded });
  } catch (error) {
    // Another program on the same record does it.
    if (!(error instanceof Conflict)) throw error;
  }
  return true;
}
