import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { TermReport } from '@/db/reports/term.ts';
import { mergeSentences } from '@/lib/taxonomy/preview-words.ts';
import style from '../../../settings.module.css';
import { mergeTheTerm } from '../../actions.ts';
import { Preview } from './preview.tsx';

/** Chooses the value that this one is to count as, shows what that changes, and does it. */
export function Merging({ set, report }: { set: string; report: TermReport }) {
  const { term, targets, preview } = report;
  const merge = preview?.kind === 'merge' ? preview : null;
  return (
    <section className={style.section} aria-labelledby="merging">
      <h2 id="merging">Merge into another value</h2>
      <p className="quiet">
        Every figure counts it as the other one then, those of the past too. What was coded is kept, so that
        it can be taken out again.
      </p>
      <form method="get" action="#merging" className={style.form} aria-label="Merge into another value">
        <SelectField label="Merge into" name="into" defaultValue={merge?.into.id ?? ''} required>
          <option value="" disabled>
            Choose
          </option>
          {targets.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Show what would change</Button>
      </form>
      {merge ? (
        <Preview sentences={mergeSentences(report, merge)}>
          <OneButtonForm
            action={mergeTheTerm}
            fields={{ set, id: term.id, version: term.version, into: merge.into.id }}
            label={`Merge into ${merge.into.label}`}
            during="Merging"
          />
        </Preview>
      ) : null}
    </section>
  );
}
