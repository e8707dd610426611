import type { Technique } from '@/lib/analysis/incident-record.ts';
import { type TechniqueRow, techniqueRows } from '@/lib/analysis/technique-rows.ts';
import type { Observation } from '@/lib/taxonomy/fixed-sets.ts';
import { OBSERVATION_LABELS } from '@/lib/taxonomy/labels.ts';
import style from './incident.module.css';
import { Section, Unknown } from './section.tsx';

/** How each technique was handled, by a reviewer and by the agent's own report. */
export function Techniques({ techniques }: { techniques: readonly Technique[] }) {
  const { rows, summary } = techniqueRows(techniques);
  if (rows.length === 0) {
    return (
      <Section title="Techniques">
        <p className="quiet">No technique has been recorded or reviewed.</p>
      </Section>
    );
  }
  return (
    <Section title="Techniques" note={summary}>
      <table className={style.techniques}>
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col">Technique</th>
            <th scope="col">Reviewer</th>
            <th scope="col">Agent’s own report</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className={row.firstOfSection ? style.first : undefined}>
              <td className="quiet">{row.firstOfSection ? row.section : ''}</td>
              <td>{row.label}</td>
              <td>
                <Rating observation={row.reviewer} />
              </td>
              <td>
                <Rating observation={row.agent} differs={isDisputed(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function isDisputed({ reviewer, agent }: TechniqueRow): boolean {
  return reviewer !== null && agent !== null && reviewer !== agent;
}

function Rating({ observation, differs = false }: { observation: Observation | null; differs?: boolean }) {
  if (!observation) return <Unknown />;
  return (
    <span className={style.rating}>
      <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
        <circle cx="6" cy="6" r="4.2" className={observation === 'effective' ? style.solid : style.ring} />
        {observation === 'partial' ? (
          <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" className={style.solid} />
        ) : null}
      </svg>
      <span className={differs ? style.differs : undefined}>
        {OBSERVATION_LABELS[observation].toLowerCase()}
      </span>
    </span>
  );
}
