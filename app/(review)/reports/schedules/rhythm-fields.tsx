'use client';

import { useState } from 'react';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { RHYTHM_KINDS, WEEKDAYS } from '@/lib/reports/rhythm.ts';

interface RhythmFieldsProps {
  timeZone: string;
  problemOf: (field: string) => string | undefined;
}

/** How often, on which day, and at which hour. */
export function RhythmFields({ timeZone, problemOf }: RhythmFieldsProps) {
  const [kind, setKind] = useState<string>('weekly');
  return (
    <>
      <SelectField
        label="How often"
        name="kind"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        problem={problemOf('kind')}
      >
        {RHYTHM_KINDS.map((each) => (
          <option key={each} value={each}>
            {KIND_WORDS[each]}
          </option>
        ))}
      </SelectField>
      {kind === 'weekly' ? (
        <SelectField label="On" name="weekday" defaultValue="1" problem={problemOf('weekday')}>
          {WEEKDAYS.map((day, index) => (
            <option key={day} value={index + 1}>
              {day}
            </option>
          ))}
        </SelectField>
      ) : null}
      {kind === 'monthly' ? (
        <TextField
          label="On day"
          name="monthDay"
          inputMode="numeric"
          defaultValue="1"
          hint="1 to 31; in a shorter month it is the last day."
          problem={problemOf('monthDay')}
        />
      ) : null}
      <SelectField
        label="At"
        name="hour"
        defaultValue="7"
        hint={`By the clocks in ${timeZone}, in summer and winter.`}
        problem={problemOf('hour')}
      >
        {Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`).map((clock, hour) => (
          <option key={clock} value={hour}>
            {clock}
          </option>
        ))}
      </SelectField>
    </>
  );
}

const KIND_WORDS = { daily: 'Every day', weekly: 'Every week', monthly: 'Every month' } as const;
