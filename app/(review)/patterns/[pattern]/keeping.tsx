import type { KeptPatternReport, SaidNote } from '@/db/reports/kept-pattern.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import style from '../patterns.module.css';
import { ChangePatternForm } from './change-pattern-form.tsx';
import { NoteForm } from './note-form.tsx';

interface KeepingProps {
  report: KeptPatternReport;
  className: string | undefined;
}

/** Who looks after the pattern and how far they are, with what was said of it. */
export function Keeping({ report, className }: KeepingProps) {
  const { pattern, owners, notes, mayKeep } = report;
  const written = notes.filter(({ kind }) => kind === 'note').length;
  return (
    <section className={`${style.panel} ${className}`} aria-labelledby="keeping">
      <h2 id="keeping">{written === 0 ? 'Under watch, no note yet' : formatCounted(written, 'note')}</h2>
      {mayKeep ? (
        <>
          <ChangePatternForm key={pattern.version} pattern={pattern} owners={owners} />
          <NoteForm patternId={pattern.patternId} />
        </>
      ) : null}
      <Notes notes={notes.slice(0, LATEST)} label="Notes and history" />
      {notes.length > LATEST ? (
        <details className={style.edit}>
          <summary>{formatCounted(notes.length - LATEST, 'earlier entry', 'earlier entries')}</summary>
          <Notes notes={notes.slice(LATEST)} label="Earlier notes and history" />
        </details>
      ) : null}
    </section>
  );
}

const LATEST = 4;

function Notes({ notes, label }: { notes: readonly SaidNote[]; label: string }) {
  return (
    <ol className={style.notes} aria-label={label}>
      {notes.map(({ noteId, kind, text, by, when }) => (
        <li key={noteId} className={kind === 'change' ? style.change : undefined}>
          <p className={style.text}>{text}</p>
          <p className="note">
            {by}, {when}
          </p>
        </li>
      ))}
    </ol>
  );
}
