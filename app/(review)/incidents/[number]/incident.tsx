import { Suspense } from 'react';
import type { IncidentReport } from '@/db/reports/incident.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { BelongsTo } from './belongs-to.tsx';
import { Documented } from './documented.tsx';
import { Emotion } from './emotion.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import style from './incident.module.css';
import { Original } from './original.tsx';
import { OtherIncidents } from './other-incidents.tsx';
import { Source } from './source.tsx';
import { Steps } from './steps.tsx';
import { Techniques } from './techniques.tsx';
import { Words } from './words.tsx';

/** What a viewer may do with an incident besides looking at it. */
export interface IncidentRights {
  mayImport: boolean;
  mayReveal: boolean;
  mayTrain: boolean;
  maySeeReports: boolean;
}

export const rightsOf = (viewer: Viewer): IncidentRights => ({
  mayImport: may(viewer, 'import'),
  mayReveal: may(viewer, 'reveal'),
  mayTrain: may(viewer, 'train'),
  maySeeReports: may(viewer, 'see_reports'),
});

interface IncidentProps {
  report: IncidentReport;
  rights: IncidentRights;
}

/** Everything about one incident in two columns, for a page of its own. */
export function IncidentInColumns({ report, rights }: IncidentProps) {
  const { incident, timeZone, staircase, standing } = report;
  return (
    <>
      <div className={style.columns}>
        <div>
          <Facts incident={incident} timeZone={timeZone} />
          <Steps incident={incident} staircase={staircase} timeZone={timeZone} />
          <Words incident={incident} timeZone={timeZone} />
          <Original number={incident.number} original={report.original} mayReveal={rights.mayReveal} />
        </div>
        <div>
          <Documented incident={incident} />
          <Emotion incident={incident} />
          <Techniques techniques={incident.techniques} />
          <Others report={report} />
          <Patterns report={report} rights={rights} />
          <History history={standing.history} />
        </div>
      </div>
      <Source incident={incident} mayImport={rights.mayImport} />
    </>
  );
}

/** The same in one column, for a sheet beside a list. */
export function IncidentInOneColumn({ report, rights }: IncidentProps) {
  const { incident, timeZone, staircase, standing } = report;
  return (
    <div className={style.single}>
      <Facts incident={incident} timeZone={timeZone} />
      <Steps incident={incident} staircase={staircase} timeZone={timeZone} />
      <Techniques techniques={incident.techniques} />
      <div className={style.pair}>
        <Emotion incident={incident} />
        <Documented incident={incident} />
      </div>
      <Words incident={incident} timeZone={timeZone} />
      <Original number={incident.number} original={report.original} mayReveal={rights.mayReveal} />
      <Others report={report} />
      <Patterns report={report} rights={rights} />
      <History history={standing.history} />
      <Source incident={incident} mayImport={rights.mayImport} />
    </div>
  );
}

function Others({ report: { earlier, later, incident } }: Pick<IncidentProps, 'report'>) {
  return (
    <>
      <OtherIncidents side="earlier" others={earlier} customer={incident.customer} />
      {incident.customer !== null ? (
        <OtherIncidents side="later" others={later} customer={incident.customer} />
      ) : null}
    </>
  );
}

/** Patterns are kept by filters, so each is asked whether it holds this incident: what is known already goes first. */
function Patterns({ report, rights }: IncidentProps) {
  if (!rights.maySeeReports || report.standing.setAside) return null;
  return (
    <Suspense fallback={null}>
      <BelongsTo number={report.incident.number} />
    </Suspense>
  );
}
