'use client';

import { useState } from 'react';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { currencyOf } from '@/lib/workspace/countries.ts';
import style from '../entry.module.css';
import type { Choices } from './set-up-form.tsx';

interface WorkspaceFieldsProps {
  choices: Choices;
  problemOf: (field: string) => string | undefined;
}

/** Name, time zone, country and currency. The currency follows the country until it is chosen by hand. */
export function WorkspaceFields({ choices, problemOf }: WorkspaceFieldsProps) {
  const { timeZones, countries, currencies, chosen } = choices;
  const [currency, setCurrency] = useState(chosen.currency);
  const [isOwnChoice, setOwnChoice] = useState(false);
  return (
    <fieldset className={style.group}>
      <legend>The workspace</legend>
      <TextField
        label="Name"
        name="workspaceName"
        autoComplete="organization"
        required
        hint="Such as the name of your organisation."
        problem={problemOf('workspaceName')}
      />
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={chosen.timeZone}
        required
        hint="Days, weeks and hours are counted in it."
        problem={problemOf('timeZone')}
      >
        {timeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <SelectField
        label="Country"
        name="country"
        defaultValue={chosen.country}
        autoComplete="country"
        required
        problem={problemOf('country')}
        onChange={(event) => {
          if (!isOwnChoice) setCurrency(currencyOf(event.target.value) ?? '');
        }}
      >
        <option value="">Choose a country</option>
        {countries.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Currency"
        name="currency"
        value={currency}
        required
        hint="Compensation is counted in it."
        problem={problemOf('currency')}
        onChange={(event) => {
          setOwnChoice(true);
          setCurrency(event.target.value);
        }}
      >
        <option value="">Choose a currency</option>
        {currencies.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
    </fieldset>
  );
}
