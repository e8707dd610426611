import { nameActors } from '@/db/queries/actor-names.ts';
import { countSetAside, listSetAside } from '@/db/queries/set-aside.ts';
import { findWorkspace } from '@/db/queries/workspace.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { nameIncident } from '@/lib/analysis/describe-incident.ts';
import { describeInstant, describeMoment } from '@/lib/analysis/moment-words.ts';
import { type SetAsideCounts, STANDING_LABELS } from '@/lib/standing/standing-words.ts';

export const SET_ASIDE_A_PAGE = 50;

/** The incidents that somebody has set aside, what was set aside last first. */
export interface SetAsideReport {
  counts: SetAsideCounts;
  /** Those that are shown one by one: all of them, or those of one kind. */
  shown: keyof SetAsideCounts | null;
  rows: readonly {
    number: number;
    name: string;
    occurred: string;
    trigger: string;
    label: string;
    sameAs: { number: number; name: string } | null;
    reason: string;
    by: string;
    when: string;
  }[];
  /** A page past the last one is the last one. */
  page: number;
  pages: number;
  timeZone: string;
  mayCountAgain: boolean;
}

/** Answers what was set aside among the viewer's incidents. Throws Forbidden without the right. */
export async function setAsideReport(
  viewer: Viewer,
  asked: { as: keyof SetAsideCounts | null; page: number },
  options: { record?: RecordDatabase } = {},
): Promise<SetAsideReport> {
  demand(viewer, 'see_incidents');
  const record = options.record ?? (await theRecord());
  const [counts, workspace] = await Promise.all([countSetAside(record, viewer), findWorkspace(record)]);
  const timeZone = workspace?.timeZone ?? 'UTC';
  const all = asked.as ? counts[asked.as] : counts.not_an_incident + counts.same_as_another;
  const pages = Math.max(1, Math.ceil(all / SET_ASIDE_A_PAGE));
  const page = Math.min(asked.page, pages);
  const cut = { limit: SET_ASIDE_A_PAGE, offset: (page - 1) * SET_ASIDE_A_PAGE };
  const rows = await listSetAside(record, viewer, asked.as, cut);
  const names = await nameActors(
    record,
    rows.map(({ setAsideBy }) => setAsideBy),
  );
  return {
    counts,
    shown: asked.as,
    page,
    pages,
    timeZone,
    mayCountAgain: may(viewer, 'review'),
    rows: rows.map((row) => ({
      number: row.number,
      name: nameIncident(row.number),
      occurred: describeMoment({ at: row.occurredAt.getTime(), precision: row.precision }, timeZone),
      trigger: row.trigger,
      label: row.standing === 'counts' ? '' : STANDING_LABELS[row.standing],
      sameAs: row.sameAs === null ? null : { number: row.sameAs, name: nameIncident(row.sameAs) },
      reason: row.reason,
      by: names.get(row.setAsideBy) ?? row.setAsideBy,
      when: describeInstant(row.setAsideAt.getTime(), timeZone),
    })),
  };
}
