'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../entry.module.css';
import { askForNewPassword } from './actions.ts';

/** The address of an account; what follows is the same whether there is one. */
export function ForgottenForm() {
  const sent = useSentForm(askForNewPassword);
  return (
    <form {...sent.form} className={style.form}>
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        problem={sent.problemOf('email')}
      />
      <Button type="submit" kind="primary" className={style.submit} disabled={sent.isSending}>
        {sent.isSending ? 'Sending' : 'Send the link'}
      </Button>
      <FormOutcome
        sent={sent}
        saved="If there is an account with a password at this address, a mail is on its way. It can take a few minutes; an administrator can help, too."
      />
    </form>
  );
}
