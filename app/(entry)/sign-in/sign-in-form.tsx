'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import style from '../entry.module.css';
import { type Attempt, sendAttempt } from './send-attempt.ts';

/** E-mail address and password. Works before scripts have loaded too: then the server leads back here with words. */
export function SignInForm({ next, problem }: { next: string; problem: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const [failed, setFailed] = useState<Attempt | null>(problem ? { message: problem, problems: [] } : null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const attempt = await sendAttempt(new FormData(event.currentTarget));
    if ('next' in attempt) return window.location.assign(attempt.next);
    setFailed(attempt);
    setBusy(false);
    focusOn(form.current, attempt.problems[0]?.field ?? 'password');
  }

  const problemOf = (field: string) => failed?.problems.find((one) => one.field === field)?.message;
  return (
    <form
      ref={form}
      className={style.form}
      method="post"
      action="/sign-in/session"
      onSubmit={submit}
      noValidate
    >
      {failed?.message ? <Notice fault>{failed.message}</Notice> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        problem={problemOf('email')}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problem={problemOf('password')}
      />
      <Button type="submit" kind="primary" className={style.submit} disabled={busy}>
        {busy ? 'Signing in' : 'Sign in'}
      </Button>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, field: string): void {
  const input = form?.elements.namedItem(field);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
