import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { TermReport } from '@/db/reports/term.ts';
import { retireSentences } from '@/lib/taxonomy/preview-words.ts';
import style from '../../../settings.module.css';
import { retireTheTerm } from '../../actions.ts';
import { Preview } from './preview.tsx';

/** Offers a value no more, or again, with what that means. */
export function Retiring({ set, report }: { set: string; report: TermReport }) {
  const { term } = report;
  const fields = { set, id: term.id, version: term.version };
  return (
    <section className={style.section} aria-labelledby="retiring">
      <h2 id="retiring">{term.retired ? 'Bring back' : 'Retire'}</h2>
      <Preview sentences={retireSentences(report)}>
        {term.retired ? (
          <OneButtonForm
            action={retireTheTerm}
            fields={{ ...fields, retired: 'no' }}
            label="Bring back"
            during="Bringing back"
          />
        ) : (
          <OneButtonForm
            action={retireTheTerm}
            fields={{ ...fields, retired: 'yes' }}
            label="Retire"
            during="Retiring"
          />
        )}
      </Preview>
    </section>
  );
}
