import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import { taxonomyReport } from '@/db/reports/taxonomy.ts';
import { formatCount } from '@/lib/charts/format.ts';
import { toPageNumber } from '@/lib/workspace/row-number.ts';
import { Pages } from '../pages.tsx';
import style from '../settings.module.css';
import { SetTable } from './set-table.tsx';
import { VersionTable } from './version-table.tsx';

export const metadata: Metadata = { title: 'Taxonomy' };

interface TaxonomyPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function TaxonomyPage({ searchParams }: TaxonomyPageProps) {
  const viewer = await requireRight('administer');
  const page = toPageNumber((await searchParams).page);
  const report = await taxonomyReport(viewer, { page });
  return (
    <>
      <h1>Taxonomy</h1>
      <p className="quiet">
        The words that incidents are coded with. History keeps what was coded: a value that is merged counts
        as another one and can be taken out again, and one that is retired is offered no more. Outcomes,
        customer states and cues are fixed, since the measures are made of them.
      </p>
      <section className={style.section} aria-labelledby="sets">
        <h2 id="sets">Vocabularies</h2>
        <SetTable sets={report.sets} />
      </section>
      <section className={style.section} aria-labelledby="versions">
        <h2 id="versions">Version {formatCount(report.version)}</h2>
        <p className="quiet">
          Each change makes a version, which files that leave Lookback name. Where something is counted
          otherwise since, charts that it concerns carry its day as an event.
        </p>
        <VersionTable versions={report.versions} timeZone={report.timeZone} />
        <Pages
          label="Pages of versions"
          page={report.page}
          pages={report.pages}
          hrefOf={(to) => `/settings/taxonomy?page=${to}`}
        />
      </section>
    </>
  );
}
