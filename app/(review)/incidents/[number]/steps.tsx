import type { IncidentReport } from '@/db/reports/incident.ts';
import type { IncidentRecord } from '@/lib/analysis/incident-record.ts';
import { describeSteps, stepRows } from '@/lib/analysis/step-rows.ts';
import style from './incident.module.css';
import { Section, Unknown } from './section.tsx';
import { Staircase } from './staircase.tsx';

interface StepsProps {
  incident: IncidentRecord;
  staircase: IncidentReport['staircase'];
  timeZone: string;
}

/** Where the case was and how long: a drawing, and the same as a table. */
export function Steps({ incident, staircase, timeZone }: StepsProps) {
  const { steps } = incident;
  if (steps.length === 0) {
    return (
      <Section title="Steps">
        <p className="quiet">
          The source does not say where the case went, so its escalation path is not known.
        </p>
      </Section>
    );
  }
  const { rows, columns } = stepRows(incident, timeZone);
  return (
    <Section title="Steps" note={describeSteps(incident)}>
      {staircase ? (
        <>
          <div className={style.wide}>
            <Staircase picture={staircase.wide} />
          </div>
          <div className={style.narrow}>
            <Staircase picture={staircase.narrow} />
          </div>
        </>
      ) : null}
      <table className={style.steps}>
        <caption className="unseen">Steps of the case in their order</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              {row.cells.map(({ text, below }, index) => (
                <td key={columns[index]} data-label={columns[index]}>
                  {text === null ? <Unknown /> : <bdi>{text}</bdi>}
                  {below ? <div className="note">{below}</div> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Reassignments incident={incident} />
    </Section>
  );
}

/** What the steps show and what the source claims are two things, and stand side by side. */
function Reassignments({ incident: { teamChanges, reassignmentsClaimed } }: { incident: IncidentRecord }) {
  if (reassignmentsClaimed === null) return null;
  return (
    <dl className={style.claims}>
      <div>
        <dt>Changes of team, counted from the steps</dt>
        <dd>{teamChanges}</dd>
      </div>
      <div>
        <dt>Reassignments, by the source’s own counter</dt>
        <dd>{reassignmentsClaimed}</dd>
      </div>
    </dl>
  );
}
