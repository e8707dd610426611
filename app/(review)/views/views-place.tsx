import { requireViewer } from '@/app/_server/session.ts';
import { viewsReport } from '@/db/reports/views.ts';
import type { ViewPage } from '@/lib/views/view-pages.ts';
import { ViewMenu } from './view-menu.tsx';

/** The views of a page, and which is in use. `query` is the page's state now, filters and all else. */
export async function ViewsPlace({ page, query }: { page: ViewPage; query: string }) {
  const viewer = await requireViewer();
  return <ViewMenu views={await viewsReport(viewer, page)} query={query} />;
}
