import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { PageLink } from '@/app/_ui/frame/page-link.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type IncidentReport, incidentReport } from '@/db/reports/incident.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseListState, toListParams } from '@/lib/filters/list-state.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { Doing } from './doing.tsx';
import style from './incident.module.css';
import { IncidentInColumns, type IncidentRights, rightsOf } from './incident.tsx';
import { Standing } from './standing.tsx';

interface IncidentPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  return { title: `Incident ${(await params).number}` };
}

export default async function IncidentPage({ params, searchParams }: IncidentPageProps) {
  const viewer = await requireRight('see_incidents');
  const number = toNumber((await params).number);
  const list = await searchParams;
  const report = await incidentReport(viewer, number).catch((error) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const back = toHref(
    '/incidents',
    toSearchParams(parseFiltersOfPeople(list)),
    toListParams(parseListState(list).list),
  );
  return <Incident report={report} back={back} rights={rightsOf(viewer)} />;
}

interface IncidentProps {
  report: IncidentReport;
  back: string;
  rights: IncidentRights;
}

function Incident({ report, back, rights }: IncidentProps) {
  const { name, sentence, incident, timeZone, standing } = report;
  return (
    <>
      <Page>
        <p className={style.back}>
          <PageLink href={back} className="link">
            ‹ Incidents
          </PageLink>
        </p>
        <h1>
          {name} <span className={style.subject}>{incident.trigger?.label ?? 'Unclassified'}</span>
        </h1>
        <p className="quiet">{sentence}</p>
        <Standing number={incident.number} standing={standing} />
        <Doing report={report} rights={rights} />
        <IncidentInColumns report={report} rights={rights} />
      </Page>
      <Footer>
        <span>Times in {timeZone}. Elapsed time, no business hours. No attachments are kept.</span>
      </Footer>
    </>
  );
}

const LARGEST_NUMBER = 2_147_483_647;

function toNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > LARGEST_NUMBER) notFound();
  return Number(text);
}
