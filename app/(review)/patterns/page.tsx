import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { patternsReport } from '@/db/reports/patterns.ts';
import { may } from '@/lib/access.ts';
import { parsePatterns } from '@/lib/filters/patterns-state.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { askViews } from '../views/views-place.tsx';
import { Patterns } from './patterns.tsx';

export const metadata: Metadata = { title: 'Patterns' };

export default async function PatternsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_reports');
  askViews('/patterns');
  const { filters, state } = parsePatterns(await searchParams);
  const report = await patternsReport(viewer, filters, { state });
  return <Patterns report={report} mayImport={may(viewer, 'import')} />;
}
