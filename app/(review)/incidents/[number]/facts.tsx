import { factsOf } from '@/lib/analysis/incident-facts.ts';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import style from './incident.module.css';
import { Unknown } from './section.tsx';

/** What is known of an incident, in pairs; what is not known is there as well. */
export function Facts({ incident, timeZone }: { incident: IncidentRecord; timeZone: string }) {
  return (
    <dl className={style.facts}>
      {factsOf(incident, timeZone).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? <Unknown />}</dd>
        </div>
      ))}
    </dl>
  );
}
