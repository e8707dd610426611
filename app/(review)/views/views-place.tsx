import { cache } from 'react';
import { requireViewer } from '@/app/_server/session.ts';
import { viewsReport } from '@/db/reports/views.ts';
import type { ViewPage } from '@/lib/views/view-pages.ts';
import { ViewMenu } from './view-menu.tsx';

const viewsOf = cache(async (page: ViewPage) => viewsReport(await requireViewer(), page));

/** Asks for the views of a page while what else it needs is asked for, since its bars wait for them. */
export function askViews(page: ViewPage): void {
  // What fails here fails again in its place, and is told there.
  viewsOf(page).catch(() => {});
}

/** The views of a page, and which is in use. `query` is the page's state now, filters and all else. */
export async function ViewsPlace({ page, query }: { page: ViewPage; query: string }) {
  return <ViewMenu views={await viewsOf(page)} query={query} />;
}
