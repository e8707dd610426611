'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../entry.module.css';
import { giveCode } from './actions.ts';

/** Six digits, or a recovery code. */
export function CodeForm({ next }: { next: string }) {
  const sent = useSentForm(giveCode);
  return (
    <form {...sent.form} className={style.form}>
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
        required
        problem={sent.problemOf('code')}
      />
      <Button type="submit" kind="primary" className={style.submit} disabled={sent.isSending}>
        {sent.isSending ? 'Signing in' : 'Sign in'}
      </Button>
      <FormOutcome sent={sent} saved="" />
    </form>
  );
}
