import { ButtonLink } from '@/app/_ui/form/button.tsx';
import type { IncidentReport } from '@/db/reports/incident.ts';
import style from './incident.module.css';
import type { IncidentRights } from './incident.tsx';
import { SetAsideButtons } from './set-aside-buttons.tsx';

/** What can be done with an incident that counts; nothing for those who may only look. */
export function Doing({ report, rights }: { report: IncidentReport; rights: IncidentRights }) {
  const { setAside, maySetAside } = report.standing;
  if (setAside || (!maySetAside && !rights.mayTrain)) return null;
  const { number } = report.incident;
  return (
    <div className={style.doing}>
      {rights.mayTrain ? (
        <ButtonLink href={`/skills/scenarios/new?incident=${number}`} prefetch={false}>
          Make a scenario
        </ButtonLink>
      ) : null}
      {maySetAside ? <SetAsideButtons number={number} /> : null}
    </div>
  );
}
