import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { controlClass } from '@/app/_ui/form/button.tsx';
import { auditReport } from '@/db/reports/audit-log.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import { parseAuditFilters, toAuditParams } from '@/lib/filters/audit-filters.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
import { Pages } from '../pages.tsx';
import style from '../settings.module.css';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditTable } from './audit-table.tsx';
import { VerifyForm } from './verify-form.tsx';

export const metadata: Metadata = { title: 'Audit log' };

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const viewer = await requireRight('administer');
  const params = await searchParams;
  const { filters, ignored } = parseAuditFilters(params);
  const report = await auditReport(viewer, filters, toPageNumber(params.page));
  const query = toAuditParams(filters);
  return (
    <>
      <h1>Audit log</h1>
      <p className="quiet">
        Who did what: ids and field names, never anybody’s words. Rows are only ever added, and each carries
        the hash of the one before.
      </p>
      <section className={style.section} aria-labelledby="chain">
        <h2 id="chain">Chain</h2>
        <VerifyForm />
      </section>
      <section className={style.section} aria-labelledby="rows">
        <h2 id="rows">{formatCounted(report.count, 'row')}</h2>
        <AuditFilterForm filters={filters} actors={report.actors} actions={report.actions} />
        {ignored.length > 0 ? (
          <p role="status">Left out of the address, since it cannot be read: {ignored.join(', ')}.</p>
        ) : null}
        {report.count === 0 ? (
          <p className="quiet">Nothing is logged that fits these filters.</p>
        ) : (
          <AuditTable rows={report.rows} timeZone={report.timeZone} />
        )}
        <div className={style.buttons}>
          <a className={controlClass()} href={`/api/settings/audit${query ? `?${query}` : ''}`}>
            Download as CSV
          </a>
          <Pages
            label="Pages of the audit log"
            page={report.page}
            pages={report.pages}
            hrefOf={(to) => `/settings/audit?${new URLSearchParams(`${query}&page=${to}`)}`}
          />
        </div>
      </section>
    </>
  );
}
