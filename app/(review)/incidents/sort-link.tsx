import Link from 'next/link';
import { type ListState, type SortKey, toListParams } from '@/lib/filters/list-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';

interface SortLinkProps {
  label: string;
  sort: SortKey;
  list: ListState;
  query: string;
}

/** The head of a column: sorts by it, and turns the order round when the list is sorted by it already. */
export function SortLink({ label, sort, list, query }: SortLinkProps) {
  const isSorted = list.sort === sort;
  const descending = isSorted ? !list.descending : FIRST_DESCENDING.has(sort);
  const href = toHref('/incidents', query, toListParams({ ...list, sort, descending, place: 'first' }));
  return (
    <Link href={href} scroll={false} prefetch={false}>
      {label}
      {isSorted ? <i aria-hidden="true">{list.descending ? '\u00a0↓' : '\u00a0↑'}</i> : null}
    </Link>
  );
}

/** Where the most, the newest or the highest is what one looks for. */
const FIRST_DESCENDING: ReadonlySet<SortKey> = new Set([
  'occurred',
  'number',
  'level',
  'severity',
  'emotion',
  'close',
]);
