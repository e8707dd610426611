'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { TermReport } from '@/db/reports/term.ts';
import style from '../../../settings.module.css';
import { saveChangedTerm } from '../../actions.ts';
import { TermFields } from '../term-fields.tsx';

interface ChangeTermFormProps extends Pick<TermReport, 'term' | 'groups'> {
  set: string;
  group: string | null;
}

/** Says anew what a value is called and means; its id and its incidents stay. */
export function ChangeTermForm({ set, term, group, groups }: ChangeTermFormProps) {
  const sent = useSentForm(saveChangedTerm);
  const given = { label: term.label, group: term.group ?? '', means: term.means ?? '' };
  return (
    <form {...sent.form} className={style.form} aria-label="Label and meaning">
      <input type="hidden" name="set" value={set} />
      <input type="hidden" name="id" value={term.id} />
      <input type="hidden" name="version" value={term.version} />
      <TermFields given={given} group={group} groups={groups} problemOf={sent.problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved. Every page, chart and file shows it from now on." />
      </div>
    </form>
  );
}
