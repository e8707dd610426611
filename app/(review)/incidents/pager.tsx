import Link from 'next/link';
import { Suspense } from 'react';
import type { IncidentsReport } from '@/db/reports/incidents.ts';
import { formatCount, formatCounted } from '@/lib/charts/format.ts';
import type { ListPlace } from '@/lib/filters/list-place.ts';
import { toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { CountedLater, describeMany } from './found-line.tsx';
import style from './pager.module.css';

interface PagerProps {
  report: IncidentsReport;
  /** Whether rows can be selected. */
  selects: boolean;
}

/** Which rows these are, and the way to the others. */
export function Pager({ report, selects }: PagerProps) {
  const { list, page, frame } = report;
  const step = (label: string, place: ListPlace | null) =>
    place === null ? null : (
      <Link
        href={toHref('/incidents', frame.query, toListParams({ ...list, place }))}
        className="link"
        prefetch={false}
      >
        {label}
      </Link>
    );
  return (
    <nav className={style.pager} aria-label="Pages of the list">
      <Rows report={report} />
      {page.previous || page.next ? (
        <>
          {step('First', page.previous && 'first')}
          {step('Previous', page.previous)}
          <span>{describePage(report)}</span>
          {step('Next', page.next)}
          {step('Last', page.next && 'last')}
        </>
      ) : null}
      <span className={style.keys}>
        <kbd>j</kbd> and <kbd>k</kbd> walk, <kbd>Enter</kbd> opens
        {selects ? (
          <>
            , <kbd>Space</kbd> selects
          </>
        ) : null}
      </span>
    </nav>
  );
}

/** "101 to 150 of 412"; without the places where they were not counted, and with a total that may come later. */
function Rows({ report }: { report: IncidentsReport }) {
  const { page, found, heading } = report;
  const shown = page.numbers.length;
  const rows =
    page.before === null
      ? formatCounted(shown, 'incident')
      : `${formatCount(page.before + 1)} to ${formatCount(page.before + shown)}`;
  return (
    <span>
      {rows} of{' '}
      {found?.all ? (
        <Suspense fallback={describeMany(report)}>
          <CountedLater count={found.all} />
        </Suspense>
      ) : (
        formatCount(found?.count ?? heading.shown)
      )}
    </span>
  );
}

/** "page 3 of 9", where the page is one of those that are counted from the first. */
function describePage({ page, found, heading }: IncidentsReport): string | null {
  if (page.before === null || found?.all || page.before % page.size > 0) return null;
  const pages = Math.ceil((found?.count ?? heading.shown) / page.size);
  return `page ${formatCount(page.before / page.size + 1)} of ${formatCount(pages)}`;
}
