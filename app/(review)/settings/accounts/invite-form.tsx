'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../settings.module.css';
import { AccountFields } from './account-fields.tsx';
import { inviteSomebody } from './actions.ts';
import { ShownLink } from './shown-link.tsx';

interface InviteFormProps {
  teams: readonly { id: number; name: string }[];
  timeZone: string;
}

/** Makes an account, and says what became of the link for its owner. */
export function InviteForm({ teams, timeZone }: InviteFormProps) {
  const sent = useSentForm(inviteSomebody, { empties: true });
  return (
    <form {...sent.form} className={style.form} aria-label="Invite somebody">
      <div className={style.fields}>
        <TextField label="Name" name="name" autoComplete="off" required problem={sent.problemOf('name')} />
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="off"
          required
          problem={sent.problemOf('email')}
        />
      </div>
      <AccountFields given={{ roles: [], teams: [], agents: [] }} teams={teams} problemOf={sent.problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Inviting' : 'Invite'}
        </Button>
        {sent.value ? null : <FormOutcome sent={sent} saved="" />}
      </div>
      {sent.value ? <ShownLink passed={sent.value} timeZone={timeZone} /> : null}
    </form>
  );
}
