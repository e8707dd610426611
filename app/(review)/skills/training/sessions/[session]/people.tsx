import type { SessionReport } from '@/db/reports/training-session.ts';
import { formatCounted, formatFraction } from '@/lib/charts/format.ts';
import inputs from '../../../inputs.module.css';
import style from '../../../training.module.css';
import { AttendanceForm } from './attendance-form.tsx';
import { InvitationForm } from './invitation-form.tsx';

/** Who was asked and who came. */
export function People({ report }: { report: SessionReport }) {
  const { session, people, others, isHeld, mayTrain } = report;
  const known = { sessionId: session.sessionId, version: session.version };
  return (
    <section className={style.section} aria-labelledby="people">
      <h2 id="people">{headline(report)}</h2>
      {people.length === 0 ? (
        <p className="quiet">
          {others.length === 0
            ? 'The record knows nobody of these teams by name: once the session is held, its whole teams count as trained.'
            : 'Nobody is asked to it. While nobody is marked as having come, its whole teams count as trained.'}
        </p>
      ) : null}
      {people.length > 0 && mayTrain ? (
        <AttendanceForm key={session.version} known={known} people={people} isHeld={isHeld} />
      ) : null}
      {people.length > 0 && !mayTrain ? (
        <ul className={inputs.ticks}>
          {people.map(({ agentId, name, attended }) => (
            <li key={agentId}>
              {name}
              <span className="note">
                {' '}
                {attended === null ? 'not marked' : attended ? 'came' : 'did not come'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {mayTrain && people.length + others.length > 0 ? (
        <details className={inputs.edit}>
          <summary>Change who is asked</summary>
          <InvitationForm key={session.version} known={known} people={people} others={others} />
        </details>
      ) : null}
    </section>
  );
}

function headline({ session: { asked, attended, unmarked }, isHeld }: SessionReport): string {
  if (asked === 0) return 'Nobody is asked by name';
  if (unmarked === asked)
    return `${formatCounted(asked, 'person', 'people')} asked${isHeld ? ', nobody marked yet' : ''}`;
  return `${formatFraction(attended, asked)} came`;
}
