'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../settings.module.css';
import { makeLink } from '../actions.ts';
import { ShownLink } from '../shown-link.tsx';

interface LinkFormProps {
  userId: string;
  /** Whether it is for a first password. */
  isFirst: boolean;
  timeZone: string;
}

/** Makes a one-time link for an account; the ones before are void. */
export function LinkForm({ userId, isFirst, timeZone }: LinkFormProps) {
  const sent = useSentForm(makeLink);
  return (
    <form {...sent.form} className={style.form} aria-label="One-time link">
      <input type="hidden" name="userId" value={userId} />
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending
            ? 'Making'
            : isFirst
              ? 'Make a new invitation link'
              : 'Make a link to a new password'}
        </Button>
        {sent.value ? null : <FormOutcome sent={sent} saved="" />}
      </div>
      {sent.value ? <ShownLink link={sent.value} timeZone={timeZone} /> : null}
    </form>
  );
}
