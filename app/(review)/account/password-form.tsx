'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import settings from '../settings/settings.module.css';
import { savePassword } from './actions.ts';

/** Another password, proved by the present one. */
export function PasswordForm({ email }: { email: string }) {
  const sent = useSentForm(savePassword, { empties: true });
  return (
    <form {...sent.form} className={settings.form} aria-label="Change the password">
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <div className={settings.fields}>
        <TextField
          label="Present password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          problem={sent.problemOf('current')}
        />
        <TextField
          label="New password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint="12 to 128 characters."
          problem={sent.problemOf('password')}
        />
      </div>
      <div className={settings.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Changing' : 'Change the password'}
        </Button>
        <FormOutcome sent={sent} saved="Changed. Your other sessions have ended." />
      </div>
    </form>
  );
}
