import type { Metadata } from 'next';
import { requireRight } from '@/app/_server/session.ts';
import style from '../settings.module.css';
import { PersonForm } from './person-form.tsx';

export const metadata: Metadata = { title: 'Erasure' };

/** Where one person is looked for in the whole record, and erased. */
export default async function ErasurePage() {
  await requireRight('administer');
  return (
    <>
      <h1>Erasure</h1>
      <p className="quiet">
        One customer, or somebody who has left the staff: who they are goes, the figures stay. What people
        wrote in a customer’s incidents goes whole. First everything is shown; nothing is changed until you
        say so. The audit log notes that somebody was looked for or erased, never whom.
      </p>
      <section className={`${style.section} ${style.entry}`} aria-label="Person">
        <PersonForm />
      </section>
      <section className={style.section} aria-labelledby="stays">
        <h2 id="stays">What stays</h2>
        <p className="quiet">
          The number that the source gives each incident, so that the source can be asked to erase, too.
          Backups from before: restore one, and erase again. When the source goes on naming the person, it
          counts under the anonymous row, and no name comes back.
        </p>
      </section>
    </>
  );
}
