import { OneButtonForm } from '@/app/_ui/form/one-button-form.tsx';
import type { TermReport } from '@/db/reports/term.ts';
import { separateSentences } from '@/lib/taxonomy/preview-words.ts';
import style from '../../../settings.module.css';
import { separateTheTerm } from '../../actions.ts';
import { Preview } from './preview.tsx';

interface SeparatingProps {
  set: string;
  report: TermReport;
  target: NonNullable<TermReport['target']>;
}

/** Takes a merged value out again, with what that changes. */
export function Separating({ set, report, target }: SeparatingProps) {
  const { term } = report;
  return (
    <section className={style.section} aria-labelledby="separating">
      <h2 id="separating">Separate from {target.label}</h2>
      <Preview sentences={separateSentences(report, target)}>
        <OneButtonForm
          action={separateTheTerm}
          fields={{ set, id: term.id, version: term.version }}
          label={`Separate from ${target.label}`}
          during="Separating"
        />
      </Preview>
    </section>
  );
}
