import { Empty } from '@/app/_ui/frame/empty.tsx';
import type { TrainingReport } from '@/db/reports/training.ts';
import { formatDate } from '@/lib/charts/format.ts';
import { inOneBreath } from '@/lib/charts/training-words.ts';
import { MODULE_FORM_LABELS } from '@/lib/training/module-forms.ts';
import style from '../training.module.css';

/** The sessions that somebody is asked to, with nothing of the others there. */
export function OwnSessions({ planned, held }: Pick<TrainingReport, 'planned' | 'held'>) {
  const behind = held.map(({ session }) => session);
  return (
    <>
      <h1>Your training</h1>
      {planned.length + behind.length === 0 ? (
        <Empty sentence="You are asked to no session yet. When a trainer plans one for you, it is listed here." />
      ) : null}
      <Sessions label="Ahead" sessions={planned} />
      <Sessions label="Held" sessions={behind} />
    </>
  );
}

function Sessions({ label, sessions }: { label: string; sessions: TrainingReport['planned'] }) {
  if (sessions.length === 0) return null;
  return (
    <section className={style.section} aria-label={label}>
      <h2>{label}</h2>
      <ul className={style.cards}>
        {sessions.map(({ sessionId, module, form, heldOn, techniques }) => (
          <li key={sessionId} className={style.card}>
            <h3 className={style.title}>{module}</h3>
            <p>
              {formatDate(heldOn)}, {MODULE_FORM_LABELS[form].toLowerCase()}
            </p>
            <p className="quiet">{inOneBreath(techniques.map((one) => one.label))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
