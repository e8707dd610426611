import { PageLink } from '@/app/_ui/frame/page-link.tsx';
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
        <PageLink href={hrefOf(page - 1)} className="link" scroll={false}>
          Previous
        </PageLink>
      ) : null}
      <span>
        page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? (
        <PageLink href={hrefOf(page + 1)} className="link" scroll={false}>
          Next
        </PageLink>
      ) : null}
    </nav>
  );
}
