import {
  DOCUMENTED_ITEMS,
  type DocumentedItem,
  type IncidentRecord,
} from '@/lib/analysis/incident-record.ts';
import style from './incident.module.css';
import { Section } from './section.tsx';

/** Which of the six things that the procedure asks for are there. */
export function Documented({ incident: { documented, kind } }: { incident: IncidentRecord }) {
  const count = `${documented.length} of ${DOCUMENTED_ITEMS.length}`;
  const note = kind === 'incident' ? count : `${count}; the measure counts incidents, not complaints`;
  return (
    <Section title="Documented" note={note}>
      <ul className={style.six}>
        {DOCUMENTED_ITEMS.map((item) => {
          const has = documented.includes(item);
          return (
            <li key={item}>
              <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
                {has ? (
                  <rect x="2" y="2" width="8" height="8" className={style.have} />
                ) : (
                  <rect x="2.5" y="2.5" width="7" height="7" className={style.miss} />
                )}
              </svg>
              {LABELS[item]}{' '}
              {has ? <span className="unseen">there</span> : <span className="quiet">missing</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const LABELS: Record<DocumentedItem, string> = {
  date: 'Date',
  time: 'Time',
  customer: 'Customer details',
  behaviours: 'Observed behaviours',
  actions: 'Actions taken',
  outcome: 'Outcome',
};
