'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../settings.module.css';
import { saveTarget } from './actions.ts';
import type { MeasureChoice } from './measure-choices.ts';
import { TargetFields } from './target-fields.tsx';

interface TargetFormProps {
  measures: readonly MeasureChoice[];
  teams: readonly { teamId: number; name: string }[];
  /** Whether a target may be set for the workspace as a whole. */
  forAll: boolean;
  today: string;
}

/** Sets what a measure should reach. */
export function TargetForm({ measures, teams, forAll, today }: TargetFormProps) {
  const sent = useSentForm(saveTarget, { empties: true });
  const [chosen, setChosen] = useState(measures[0]);
  const { problemOf } = sent;
  return (
    <form {...sent.form} className={style.form} aria-label="Set a target">
      <div className={style.fields}>
        <SelectField
          label="Measure"
          name="measure"
          value={chosen?.id}
          problem={problemOf('measure')}
          onChange={(event) => setChosen(measures.find(({ id }) => id === event.target.value))}
        >
          {measures.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </SelectField>
        <SelectField label="For" name="teamId" problem={problemOf('teamId')}>
          {forAll ? <option value="">the workspace</option> : null}
          {teams.map(({ teamId, name }) => (
            <option key={teamId} value={teamId}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <TargetFields measure={chosen} given={{ value: '', from: today, lastDay: '' }} problemOf={problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Setting' : 'Set the target'}
        </Button>
        <FormOutcome sent={sent} saved="The target is set." />
      </div>
    </form>
  );
}
