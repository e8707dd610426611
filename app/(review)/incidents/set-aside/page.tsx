import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type SetAsideReport, setAsideReport } from '@/db/reports/set-aside.ts';
import { formatCount } from '@/lib/charts/format.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { describeSetAside, STANDING_LABELS } from '@/lib/standing/standing-words.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
import style from './set-aside.module.css';
import { SetAsideTable } from './set-aside-table.tsx';

export const metadata: Metadata = { title: 'Set aside' };

const KINDS = ['not_an_incident', 'same_as_another'] as const;

export default async function SetAsidePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireRight('see_incidents');
  const { as, page } = Object.fromEntries(Object.entries(await searchParams));
  const asked = { as: KINDS.find((kind) => kind === as) ?? null, page: toPageNumber(page) };
  const report = await setAsideReport(viewer, asked);
  return (
    <>
      <Page>
        <p className={style.back}>
          <PageLink href="/incidents" className="link">
            ‹ Incidents
          </PageLink>
        </p>
        <h1>Set aside</h1>
        <p className="quiet">{describeSetAside(report.counts) ?? 'No incident is set aside.'}</p>
        <Kinds report={report} />
        {report.rows.length > 0 ? <SetAsideTable report={report} /> : null}
        <Pages report={report} />
      </Page>
      <Footer>
        <span>Times in {report.timeZone}. What is set aside stays on record, and can be counted again.</span>
      </Footer>
    </>
  );
}

function Kinds({ report: { counts, shown } }: { report: SetAsideReport }) {
  const all = counts.not_an_incident + counts.same_as_another;
  if (all === 0) return null;
  const kinds = [
    { label: 'All', count: all, as: null },
    ...KINDS.map((as) => ({ label: STANDING_LABELS[as], count: counts[as], as })),
  ];
  return (
    <nav className={style.kinds} aria-label="What they are">
      {kinds.map(({ label, count, as }) => (
        <PageLink
          key={label}
          href={toHref('/incidents/set-aside', as ? `as=${as}` : '')}
          className="link"
          aria-current={as === shown ? 'true' : undefined}
        >
          {label} <span className="quiet">{formatCount(count)}</span>
        </PageLink>
      ))}
    </nav>
  );
}

function Pages({ report: { page, pages, shown } }: { report: SetAsideReport }) {
  if (pages === 1) return null;
  const hrefOf = (to: number) =>
    toHref('/incidents/set-aside', shown ? `as=${shown}` : '', to > 1 ? `page=${to}` : '');
  return (
    <nav className={style.kinds} aria-label="Pages of the list">
      {page > 1 ? (
        <PageLink href={hrefOf(page - 1)} className="link">
          Previous
        </PageLink>
      ) : null}
      <span>
        page {formatCount(page)} of {formatCount(pages)}
      </span>
      {page < pages ? (
        <PageLink href={hrefOf(page + 1)} className="link">
          Next
        </PageLink>
      ) : null}
    </nav>
  );
}
