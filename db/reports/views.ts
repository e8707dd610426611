import { listTeams } from '@/db/queries/teams.ts';
import { listViewChoices, listViews, type ViewRow } from '@/db/queries/views.ts';
import { type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import { addressOf, type ViewModel, type ViewsModel } from '@/lib/views/view-model.ts';
import { isViewPage, RIGHT_OF_PAGE, type ViewPage, type ViewScope } from '@/lib/views/view-pages.ts';

/** The views of a page that somebody may use. */
export async function viewsReport(
  viewer: Viewer,
  page: ViewPage,
  record?: RecordDatabase,
): Promise<ViewsModel> {
  demand(viewer, RIGHT_OF_PAGE[page]);
  const records = record ?? (await theRecord());
  const [rows, choices, teams] = await Promise.all([
    listViews(records, viewer, page),
    listViewChoices(records, viewer),
    viewer.teams === 'all' || viewer.teams.length > 0 ? listTeams(records, viewer) : [],
  ]);
  const chosen = choices.find((choice) => choice.page === page);
  const inScope = teams.filter(({ teamId }) => viewer.teams === 'all' || viewer.teams.includes(teamId));
  return {
    page,
    views: rows.flatMap((row) => toView(row, viewer)),
    last: chosen ? { viewId: chosen.viewId, isFirst: chosen.isFirst } : null,
    sharing: [
      { value: 'mine', label: 'Only me' },
      ...inScope.map(({ teamId, name }) => ({ value: `team:${teamId}`, label: `The team ${name}` })),
      ...(viewer.teams === 'all' ? [{ value: 'all', label: 'Everybody' }] : []),
    ],
  };
}

/** Where somebody begins: the address of the view that they want first; null without one, or without its right. */
export async function firstViewOf(viewer: Viewer, record?: RecordDatabase): Promise<string | null> {
  const records = record ?? (await theRecord());
  const first = (await listViewChoices(records, viewer)).find(({ isFirst }) => isFirst);
  if (!first) return null;
  const views = (await listViews(records, viewer, first.page)).flatMap((row) => toView(row, viewer));
  const view = views.find(({ viewId }) => viewId === first.viewId);
  return view ? addressOf(view) : null;
}

/** All views that somebody may use, of all pages that they may see. */
export async function listViewsOf(viewer: Viewer, record?: RecordDatabase): Promise<ViewModel[]> {
  return (await listViews(record ?? (await theRecord()), viewer)).flatMap((row) => toView(row, viewer));
}

function toView(row: ViewRow, viewer: Viewer): ViewModel[] {
  const { viewId, name, page, query, teamName, ownerAccount } = row;
  if (!isViewPage(page) || !may(viewer, RIGHT_OF_PAGE[page])) return [];
  const isOwn = ownerAccount === viewer.actor;
  return [{ viewId, name, page, query, scope: row.scope as ViewScope, teamName, isOwn }];
}
