import { and, eq } from 'drizzle-orm';
import type { Records } from '@/db/facts/snapshot.ts';
import { team } from '@/db/schema/organisation.ts';
import { savedView, viewChoice } from '@/db/schema/views.ts';
import { whereViewChoices, whereViews } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';

export interface ViewRow {
  viewId: number;
  name: string;
  page: string;
  query: string;
  scope: string;
  teamId: number | null;
  teamName: string | null;
  ownerAccount: string;
}

/** The views that somebody may use, of one page or of all, by name. */
export async function listViews(records: Records, viewer: Viewer, page?: string): Promise<ViewRow[]> {
  const rows = await selectViews(records).where(
    and(whereViews(viewer), page === undefined ? undefined : eq(savedView.page, page)),
  );
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** One of them; null when it is not there, or not to be seen. */
export async function findView(records: Records, viewer: Viewer, viewId: number): Promise<ViewRow | null> {
  const [row] = await selectViews(records).where(and(whereViews(viewer), eq(savedView.savedViewId, viewId)));
  return row ?? null;
}

/** Which view of each page somebody looked at last, and which comes first. */
export async function listViewChoices(
  records: Records,
  viewer: Viewer,
): Promise<{ page: string; viewId: number; isFirst: boolean }[]> {
  return records
    .select({ page: viewChoice.page, viewId: viewChoice.savedViewId, isFirst: viewChoice.isFirst })
    .from(viewChoice)
    .innerJoin(savedView, eq(savedView.savedViewId, viewChoice.savedViewId))
    .where(and(whereViewChoices(viewer), whereViews(viewer)));
}

function selectViews(records: Records) {
  return records
    .select({
      viewId: savedView.savedViewId,
      name: savedView.name,
      page: savedView.page,
      query: savedView.query,
      scope: savedView.scope,
      teamId: savedView.teamId,
      teamName: team.name,
      ownerAccount: savedView.ownerAccount,
    })
    .from(savedView)
    .leftJoin(team, eq(team.teamId, savedView.teamId));
}
