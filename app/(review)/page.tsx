import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/_server/session.ts';
import { whenFrameIsOut } from '@/app/_ui/frame/part.tsx';
import { overviewReport } from '@/db/reports/overview.ts';
import { may } from '@/lib/access.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { firstPage } from './first-page.ts';
import { NoRoleYet } from './no-role-yet.tsx';
import { Overview } from './overview.tsx';
import { askViews } from './views/views-place.tsx';

export const metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewer();
  // Everybody is led here when they sign in, also those who have another first page.
  if (!may(viewer, 'see_reports')) {
    const first = firstPage(viewer);
    return first ? redirect(first) : <NoRoleYet />;
  }
  askViews('/');
  const { filters, state } = parseOverview(await searchParams);
  const report = await overviewReport(viewer, filters, { state, after: whenFrameIsOut });
  return <Overview report={report} mayImport={may(viewer, 'import')} />;
}
