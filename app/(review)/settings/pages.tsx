import Link from 'next/link';
import { formatCount } from '@/lib/charts/format.ts';
import style from './settings.module.css';

interface PagesProps {
  /** What is paged: "Pages of events". */
  label: string;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way to the page before and after; nothing where there is one page. */
export function Pages({ label, page, pages, hrefOf }: PagesProps) {
  if (pages === 1) return null;
  return (
    <nav className={style.pages} aria-label={label}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} className="link" scroll={false}>
          Previous
        </Link>
      ) : null}
      <span>
        page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} className="link" scroll={false}>
          Next
        </Link>
      ) : null}
    </nav>
  );
}
