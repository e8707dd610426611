'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { ShownOnce } from '@/app/_ui/form/shown-once.tsx';
import { Tick } from '@/app/_ui/form/tick.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { KEY_SCOPES } from '@/lib/access.ts';
import { SCOPE_LABELS, SCOPE_MEANINGS } from '@/lib/sign-in/key-form.ts';
import style from '../settings.module.css';
import { makeKey } from './actions.ts';

/** Makes a key and shows it once. */
export function KeyForm() {
  const sent = useSentForm(makeKey, { empties: true });
  const scopesProblem = sent.problemOf('scopes');
  return (
    <form {...sent.form} className={style.form} aria-label="Make a key">
      <div className={style.fields}>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          required
          hint="Such as the program that uses it."
          problem={sent.problemOf('name')}
        />
        <SelectField label="Valid for" name="days" defaultValue="90" problem={sent.problemOf('days')}>
          <option value="30">30 days</option>
          <option value="90">90 days</option>
          <option value="365">365 days</option>
          <option value="never">until it is revoked</option>
        </SelectField>
      </div>
      <fieldset className={style.group}>
        <legend>What it may do</legend>
        {KEY_SCOPES.map((scope, index) => (
          <Tick
            key={scope}
            name="scopes"
            value={scope}
            label={SCOPE_LABELS[scope]}
            hint={SCOPE_MEANINGS[scope]}
            problem={index === KEY_SCOPES.length - 1 ? scopesProblem : null}
          />
        ))}
      </fieldset>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Making' : 'Make the key'}
        </Button>
        {sent.value ? null : <FormOutcome sent={sent} saved="" />}
      </div>
      {sent.value ? (
        <ShownOnce
          label="Key"
          value={sent.value}
          hint="Copy it now: it is kept nowhere and not shown again."
        />
      ) : null}
    </form>
  );
}
