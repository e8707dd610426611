'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../settings.module.css';
import { saveTerm } from '../actions.ts';
import { TermFields } from './term-fields.tsx';

interface AddTermFormProps {
  set: string;
  group: string | null;
  groups: readonly string[];
}

/** Adds a value; the form is empty again for the next one. */
export function AddTermForm({ set, group, groups }: AddTermFormProps) {
  const sent = useSentForm(saveTerm, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Add a value">
      <input type="hidden" name="set" value={set} />
      <TermFields given={NOTHING} group={group} groups={groups} problemOf={sent.problemOf} />
      {set === 'level' ? (
        <TextField
          label="Rank"
          name="rank"
          inputMode="numeric"
          required
          hint="1 is the front line; a higher one is further up."
          problem={sent.problemOf('rank')}
        />
      ) : null}
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Adding' : 'Add the value'}
        </Button>
        <FormOutcome sent={sent} saved="The value is added." />
      </div>
    </form>
  );
}

const NOTHING = { label: '', group: '', means: '' };
