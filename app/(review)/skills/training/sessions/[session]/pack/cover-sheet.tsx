import type { SessionReport } from '@/db/reports/training-session.ts';
import { formatCounted, formatDate, formatList } from '@/lib/charts/format.ts';
import { MODULE_FORM_LABELS, MODULE_FORM_MEANINGS } from '@/lib/training/module-forms.ts';
import style from './pack.module.css';

/** What is practised, with whom, and a place to mark who came. */
export function CoverSheet({ report: { session, people, material } }: { report: SessionReport }) {
  const { module, form, heldOn, teams, techniques, note, about, minutes } = session;
  const length = minutes === null ? [] : [formatCounted(minutes, 'minute')];
  return (
    <section className={style.sheet} aria-label="Cover">
      <p className={style.kind}>Session pack</p>
      <h1>{module}</h1>
      <p className={style.lead}>
        {[formatDate(heldOn), formatList(teams.map(({ name }) => name)), ...length].join(' · ')}
      </p>
      {about === '' ? null : <p className={style.words}>{about}</p>}
      {note === null ? null : <p className={style.words}>{note}</p>}
      <h2>{MODULE_FORM_LABELS[form]}</h2>
      <p>{MODULE_FORM_MEANINGS[form]}</p>
      <h2>Techniques</h2>
      <ul className={style.plain}>
        {techniques.map(({ code, label }) => (
          <li key={code}>{label}</li>
        ))}
      </ul>
      <h2>{material.length === 0 ? 'Cards' : formatCounted(material.length, 'card')}</h2>
      {material.length === 0 ? (
        <p>No card is chosen for this session.</p>
      ) : (
        <ol className={style.plain}>
          {material.map(({ scenarioId, title }) => (
            <li key={scenarioId}>{title}</li>
          ))}
        </ol>
      )}
      <h2>Who came</h2>
      {people.length === 0 ? (
        <p>Nobody is asked by name.</p>
      ) : (
        <ul className={style.boxes}>
          {people.map(({ agentId, name }) => (
            <li key={agentId}>
              <span className={style.box} aria-hidden="true" />
              {name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
