import { type Expired, findExpired } from '@/db/queries/expired.ts';
import { findLastRetention, type LastRetention } from '@/db/queries/retention-runs.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { findVersionedSettings } from '@/db/queries/workspace-settings.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import type { LocalDate } from '@/lib/filters/filters.ts';
import { localDateAt } from '@/lib/filters/local-dates.ts';
import { cutoffsOf, type Retention, type RetentionKind } from '@/lib/privacy/retention.ts';

/** What would go of one kind. */
export interface ExpiredKind extends Expired {
  kind: RetentionKind;
  /** The first day that is kept. */
  keptFrom: LocalDate;
}

export interface RetentionReport {
  version: number;
  retention: Retention;
  /** The periods that were proposed, or else those that hold. */
  wanted: Retention;
  timeZone: string;
  last: LastRetention | null;
  /** What would go today by the wanted periods; kinds without one are left out. */
  expired: readonly ExpiredKind[];
}

/**
 * How long things are kept, and what would be removed today: nothing is changed by asking.
 * @param propose makes other periods of those that hold, to see what would go; the periods that hold where it is null
 */
export async function retentionReport(
  viewer: Viewer,
  propose: (current: Retention) => Retention | null = () => null,
  { record, now }: { record?: RecordDatabase; now?: Date } = {},
): Promise<RetentionReport> {
  demand(viewer, 'administer', 'Only an administrator may see how long things are kept.');
  const records = record ?? (await theRecord());
  const { version, settings } = await findVersionedSettings(records);
  const timeZone = (await findWorkspace(records))?.timeZone ?? 'UTC';
  const today = localDateAt((now ?? new Date()).getTime(), timeZone);
  const wanted = propose(settings.retention) ?? settings.retention;
  const expired: ExpiredKind[] = [];
  for (const [kind, keptFrom] of cutoffsOf(wanted, today)) {
    const found = await findExpired(records, viewer, kind, { day: keptFrom, timeZone });
    expired.push({ kind, keptFrom, ...found });
  }
  const last = await findLastRetention(records, viewer);
  return { version, retention: settings.retention, wanted, timeZone, last, expired };
}
