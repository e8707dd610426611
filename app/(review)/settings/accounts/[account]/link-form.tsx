'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../settings.module.css';
import { makeLink, sendLink } from '../actions.ts';
import { ShownLink } from '../shown-link.tsx';

interface LinkFormProps {
  userId: string;
  /** Whether it is for a first password. */
  isFirst: boolean;
  /** Whether it is sent to its owner, or shown. */
  byMail: boolean;
  timeZone: string;
}

/** Makes a one-time link for an account; the ones before are void. */
export function LinkForm({ userId, isFirst, byMail, timeZone }: LinkFormProps) {
  const sent = useSentForm(byMail ? sendLink : makeLink);
  return (
    <form {...sent.form} className={style.form} aria-label={byMail ? 'Link by mail' : 'One-time link'}>
      <input type="hidden" name="userId" value={userId} />
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? (byMail ? 'Sending' : 'Making') : labelOf(isFirst, byMail)}
        </Button>
        {sent.value ? null : <FormOutcome sent={sent} saved="" />}
      </div>
      {sent.value ? <ShownLink passed={sent.value} timeZone={timeZone} /> : null}
    </form>
  );
}

function labelOf(isFirst: boolean, byMail: boolean): string {
  if (byMail) return isFirst ? 'Send the invitation again' : 'Send a link to a new password';
  return isFirst ? 'Make a new invitation link' : 'Make a link to a new password';
}
