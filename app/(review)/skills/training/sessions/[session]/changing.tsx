import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { SessionReport } from '@/db/reports/training-session.ts';
import inputs from '../../../inputs.module.css';
import style from '../../../training.module.css';
import { removeTheSession } from '../../actions.ts';
import { ChangeSessionForm } from './change-session-form.tsx';

/** The day, the cards and the comparison of a session, and taking it away. */
export function Changing({ report }: { report: SessionReport }) {
  const { session, cards, material, teams, comparedTeams } = report;
  const known = { sessionId: session.sessionId, version: session.version };
  return (
    <section className={style.section} aria-labelledby="change">
      <h2 id="change">Change the session</h2>
      <details className={inputs.edit}>
        <summary>Day, cards, comparison and note</summary>
        <ChangeSessionForm
          key={session.version}
          known={known}
          given={{ heldOn: session.heldOn, note: session.note ?? '' }}
          cards={{ all: cards, chosen: material.map(({ scenarioId }) => scenarioId) }}
          teams={{ all: teams, chosen: comparedTeams.map(({ teamId }) => teamId) }}
        />
      </details>
      <details className={inputs.edit}>
        <summary>Remove the session</summary>
        <p className="quiet">For one that was planned by mistake: it goes with who was asked and who came.</p>
        <OneButtonForm
          action={removeTheSession}
          fields={known}
          label="Remove the session"
          during="Removing"
        />
      </details>
    </section>
  );
}
