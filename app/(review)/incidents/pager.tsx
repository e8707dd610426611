import Link from 'next/link';
import { ROWS_A_PAGE } from '@/db/reports/incidents.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { type ListState, toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import style from './pager.module.css';

interface PagerProps {
  list: ListState;
  pages: number;
  count: number;
  query: string;
}

/** Which rows these are, and the way to the others. */
export function Pager({ list, pages, count, query }: PagerProps) {
  const first = (list.page - 1) * ROWS_A_PAGE + 1;
  const last = Math.min(count, list.page * ROWS_A_PAGE);
  const step = (label: string, page: number) => (
    <Step
      label={label}
      href={
        page >= 1 && page <= pages && page !== list.page
          ? toHref('/incidents', query, toListParams({ ...list, page }))
          : null
      }
    />
  );
  return (
    <nav className={style.pager} aria-label="Pages of the list">
      <span>
        {formatCount(first)} to {formatCount(last)} of {formatCount(count)}
      </span>
      {pages > 1 ? (
        <>
          {step('First', 1)}
          {step('Previous', list.page - 1)}
          <span>
            page {formatCount(list.page)} of {formatCount(pages)}
          </span>
          {step('Next', list.page + 1)}
          {step('Last', pages)}
        </>
      ) : null}
      <span className={style.keys}>
        <kbd>j</kbd> and <kbd>k</kbd> walk, <kbd>Enter</kbd> opens
      </span>
    </nav>
  );
}

function Step({ label, href }: { label: string; href: string | null }) {
  if (!href) return null;
  return (
    <Link href={href} className="link" prefetch={false}>
      {label}
    </Link>
  );
}
