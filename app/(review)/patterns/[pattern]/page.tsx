import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { Footer } from '@/app/_ui/frame/shell.tsx';
import { Bars } from '@/app/(review)/bars.tsx';
import { keptPatternReport } from '@/db/reports/kept-pattern.ts';
import { may } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';
import { Pattern } from './pattern.tsx';

export const metadata: Metadata = { title: 'Kept pattern' };

interface PatternPageProps {
  params: Promise<{ pattern: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function PatternPage({ params, searchParams }: PatternPageProps) {
  const viewer = await requireRight('see_reports');
  const patternId = toRowNumber((await params).pattern);
  if (patternId === null) notFound();
  const shown = parseFilters(await searchParams);
  const report = await keptPatternReport(viewer, patternId, shown).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <>
      <Bars frame={report.bars} path={`/patterns/${patternId}`} fixed />
      <Pattern report={report} mayBuild={may(viewer, 'build_reports')} />
      <Footer>
        <span>Times in {report.frame.timeZone}.</span>
      </Footer>
    </>
  );
}
