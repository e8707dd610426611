import type { IncidentReport } from '@/db/reports/incident.ts';
import style from './incident.module.css';
import { Section } from './section.tsx';

/** What people did with the incident, the latest first. */
export function History({ history }: { history: IncidentReport['standing']['history'] }) {
  if (history.length === 0) return null;
  return (
    <Section title="History">
      <ol className={style.events}>
        {history.map(({ key, when, words, note }) => (
          <li key={key}>
            <span className="note">{when}</span>
            <span>
              {words}
              {note ? <q className={style.said}>{note}</q> : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
