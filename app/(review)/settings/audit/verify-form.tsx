'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { formatCounted } from '@/lib/charts/format.ts';
import style from '../settings.module.css';
import { verifyAuditLog } from './actions.ts';

/** Reads the whole log, and says where its chain breaks, if it does. */
export function VerifyForm() {
  const sent = useSentForm(verifyAuditLog);
  const found = sent.value;
  return (
    <form {...sent.form} className={style.form} aria-label="Verify">
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Verifying' : 'Verify'}
        </Button>
        {found ? null : <FormOutcome sent={sent} saved="" />}
      </div>
      {found?.broken === null ? (
        <Notice>
          The chain of {formatCounted(found.rows, 'row')} holds. Keep the last hash elsewhere: it shows later
          that nothing was cut off at the end.
          <code>{found.last?.hash ?? 'no row yet'}</code>
        </Notice>
      ) : null}
      {found && found.broken !== null ? (
        <Notice fault>
          <b>The chain breaks at row {found.broken}.</b> It was changed, or a row before it was removed, by
          somebody who can write to the database past Lookback. The rows before it are as they were written.
        </Notice>
      ) : null}
    </form>
  );
}
