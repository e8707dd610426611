import { requireRight } from '@/app/_server/session.ts';
import { overviewReport } from '@/db/reports/overview.ts';
import { may } from '@/lib/access.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { Overview } from './overview.tsx';

export const metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_reports');
  const { filters, state } = parseOverview(await searchParams);
  const report = await overviewReport(viewer, filters, { state });
  return <Overview report={report} mayImport={may(viewer, 'import')} />;
}
