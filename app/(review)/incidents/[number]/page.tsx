import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireRight } from '@/app/_server/session.ts';
import { ButtonLink } from '@/app/_ui/form/button.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import { type IncidentReport, incidentReport } from '@/db/reports/incident.ts';
import { may } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseListState, toListParams } from '@/lib/filters/list-state.ts';
import { parseFiltersOfPeople } from '@/lib/filters/parse-filters.ts';
import type { SearchParams } from '@/lib/filters/search-params.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import { Documented } from './documented.tsx';
import { Emotion } from './emotion.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import style from './incident.module.css';
import { Original } from './original.tsx';
import { Source } from './source.tsx';
import { Steps } from './steps.tsx';
import { Techniques } from './techniques.tsx';
import { Words } from './words.tsx';

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
  return (
    <Incident
      report={report}
      back={back}
      mayImport={may(viewer, 'import')}
      mayReveal={may(viewer, 'reveal')}
      mayTrain={may(viewer, 'train')}
    />
  );
}

interface IncidentProps {
  report: IncidentReport;
  back: string;
  mayImport: boolean;
  mayReveal: boolean;
  mayTrain: boolean;
}

function Incident({ report, back, mayImport, mayReveal, mayTrain }: IncidentProps) {
  const { name, sentence, incident, timeZone, staircase, earlier } = report;
  return (
    <>
      <Page>
        <p className={style.back}>
          <Link href={back} className="link">
            ‹ Incidents
          </Link>
        </p>
        <h1>
          {name} <span className={style.subject}>{incident.trigger?.label ?? 'Unclassified'}</span>
        </h1>
        <p className="quiet">{sentence}</p>
        {mayTrain ? (
          <p>
            <ButtonLink href={`/skills/scenarios/new?incident=${incident.number}`} prefetch={false}>
              Make a scenario
            </ButtonLink>
          </p>
        ) : null}
        <div className={style.columns}>
          <div>
            <Facts incident={incident} timeZone={timeZone} />
            <Steps incident={incident} staircase={staircase} timeZone={timeZone} />
            <Words incident={incident} timeZone={timeZone} />
            <Original number={incident.number} original={report.original} mayReveal={mayReveal} />
          </div>
          <div>
            <Documented incident={incident} />
            <Emotion incident={incident} />
            <Techniques techniques={incident.techniques} />
            <History earlier={earlier} customer={incident.customer} />
          </div>
        </div>
        <Source incident={incident} mayImport={mayImport} />
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
