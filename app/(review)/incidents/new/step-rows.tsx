'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import type { IncidentFormReport } from '@/db/reports/incident-form.ts';
import { HANDOVER_LABELS, MOST_STEPS } from '@/lib/incident-form/incident-form.ts';
import { ESCALATION_REASONS } from '@/lib/taxonomy/fixed-sets.ts';
import { ESCALATION_REASON_LABELS } from '@/lib/taxonomy/labels.ts';
import type { Given } from './given.ts';
import style from './new.module.css';

interface StepRowsProps {
  given: Given;
  levels: IncidentFormReport['terms']['level'];
  problem: string | undefined;
}

/** Where it began, and to whom it was passed on, in turn. */
export function StepRows({ given, levels, problem }: StepRowsProps) {
  const [rows, setRows] = useState(() => given.all('stepLevel').map((_, index) => index));
  return (
    <>
      <div className={style.fields}>
        <SelectField
          label="It began at"
          name="firstLevel"
          defaultValue={given.one('firstLevel')}
          hint={rows.length > 0 ? 'Left unknown, its path begins with whom it was passed on to.' : undefined}
        >
          <LevelOptions levels={levels} none="Not known" />
        </SelectField>
      </div>
      {rows.map((index) => (
        <StepRow key={index} index={index} given={given} levels={levels} problem={problem} />
      ))}
      {rows.length < MOST_STEPS ? (
        <Button onClick={() => setRows([...rows, rows.length])} className={style.add}>
          {rows.length === 0 ? 'It was passed on' : 'And passed on again'}
        </Button>
      ) : null}
    </>
  );
}

function StepRow({ index, given, levels, problem }: StepRowsProps & { index: number }) {
  const before = (name: string) => given.all(name)[index] ?? '';
  return (
    <fieldset className={style.fields}>
      <legend className="unseen">Passed on, {index + 1}</legend>
      <SelectField
        label="Passed on to"
        name="stepLevel"
        defaultValue={before('stepLevel')}
        problem={problem ?? null}
      >
        <LevelOptions levels={levels} none="Choose a level" />
      </SelectField>
      <TextField label="At" name="stepTime" type="time" defaultValue={before('stepTime')} />
      <SelectField label="Because" name="stepReason" defaultValue={before('stepReason') || 'unknown'}>
        {ESCALATION_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {ESCALATION_REASON_LABELS[reason]}
          </option>
        ))}
      </SelectField>
      <SelectField label="Handed over" name="stepHandover" defaultValue={before('stepHandover')}>
        {Object.entries(HANDOVER_LABELS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}

function LevelOptions({ levels, none }: Pick<StepRowsProps, 'levels'> & { none: string }) {
  return (
    <>
      <option value="">{none}</option>
      {levels.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </>
  );
}
