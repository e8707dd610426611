'use client';

import { TextField } from '@/app/_ui/form/field.tsx';
import style from '../settings.module.css';
import type { MeasureChoice } from './measure-choices.ts';

interface TargetFieldsProps {
  measure: Pick<MeasureChoice, 'aim' | 'unit'> | undefined;
  given: { value: string; from: string; lastDay: string };
  problemOf: (field: string) => string | undefined;
}

/** How much, from when, and until when if that is known. */
export function TargetFields({ measure, given, problemOf }: TargetFieldsProps) {
  return (
    <div className={style.fields}>
      <TextField
        label={`Target, ${measure?.aim ?? 'at most'} (${measure?.unit ?? '%'})`}
        name="value"
        inputMode="decimal"
        defaultValue={given.value}
        required
        problem={problemOf('value')}
      />
      <TextField
        label="From"
        name="from"
        type="date"
        defaultValue={given.from}
        required
        problem={problemOf('from')}
      />
      <TextField
        label="Last day"
        name="lastDay"
        type="date"
        defaultValue={given.lastDay}
        hint="Empty: until the next one begins."
        problem={problemOf('lastDay')}
      />
    </div>
  );
}
