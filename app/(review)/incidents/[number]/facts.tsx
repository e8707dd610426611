import { factsOf } from '@/lib/analysis/incident-facts.ts';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import style from './incident.module.css';
import { Unknown } from './section.tsx';

/** What is longer has a row of its own. */
const LONG = 100;

/** What is known of an incident, in pairs; what is not known is there as well. */
export function Facts({ incident, timeZone }: { incident: IncidentRecord; timeZone: string }) {
  return (
    <dl className={style.facts}>
      {factsOf(incident, timeZone).map(({ label, value }) => (
        <div key={label} className={value !== null && value.length > LONG ? style.far : undefined}>
          <dt>{label}</dt>
          <dd>{value === null ? <Unknown /> : <bdi>{value}</bdi>}</dd>
        </div>
      ))}
    </dl>
  );
}
