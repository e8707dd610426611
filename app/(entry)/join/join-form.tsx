'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../entry.module.css';
import { join } from './actions.ts';

interface JoinFormProps {
  token: string;
  email: string;
  /** What somebody new is called so far; null where only a password is asked for. */
  name: string | null;
}

/** A password, and for somebody new a name. */
export function JoinForm({ token, email, name }: JoinFormProps) {
  const sent = useSentForm(join);
  const [isShown, setShown] = useState(false);
  return (
    <form {...sent.form} className={style.form}>
      <input type="hidden" name="token" value={token} />
      <TextField label="E-mail address" type="email" autoComplete="username" value={email} readOnly />
      {name === null ? null : (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          defaultValue={name}
          required
          problem={sent.problemOf('name')}
        />
      )}
      <TextField
        label="Password"
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        required
        hint="12 to 128 characters. A few words that only you would put together are good."
        problem={sent.problemOf('password')}
      />
      <label className={style.show}>
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        Show the password
      </label>
      <Button type="submit" kind="primary" className={style.submit} disabled={sent.isSending}>
        {sent.isSending ? 'Saving' : name === null ? 'Save the password' : 'Join'}
      </Button>
      <FormOutcome sent={sent} saved="" />
    </form>
  );
}
