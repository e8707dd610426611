import Link from 'next/link';
import { requireViewer } from '@/app/_server/session.ts';
import { patternsOfIncident } from '@/db/reports/incident-patterns.ts';
import { PATTERN_STATUS_LABELS } from '@/lib/patterns/pattern-status.ts';
import style from './incident.module.css';
import { Section } from './section.tsx';

/** The kept patterns whose filters hold the incident, and those that name it as their evidence. */
export async function BelongsTo({ number }: { number: number }) {
  const patterns = await patternsOfIncident(await requireViewer(), number);
  return (
    <Section title="Belongs to" note="kept patterns">
      {patterns.length === 0 ? (
        <p className="quiet">No kept pattern holds it.</p>
      ) : (
        <ul className={style.belongs}>
          {patterns.map(({ patternId, name, status, isNamed }) => (
            <li key={patternId}>
              <Link href={`/patterns/${patternId}`} className="link" prefetch={false}>
                {name}
              </Link>{' '}
              <span className="quiet">
                {PATTERN_STATUS_LABELS[status].toLowerCase()}
                {isNamed ? ', named as evidence' : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
