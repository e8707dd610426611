import type { ReactNode } from 'react';
import style from './incident.module.css';

interface SectionProps {
  title: string;
  /** The section's n or rule, in small type at the right. */
  note?: string | null;
  children: ReactNode;
}

/** One part of an incident under a hairline. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section className={style.section}>
      <header>
        <h2>{title}</h2>
        {note ? <p className="note">{note}</p> : null}
      </header>
      {children}
    </section>
  );
}

/** What the source does not say. */
export function Unknown() {
  return (
    <span className="quiet" title="Not known">
      –
    </span>
  );
}
