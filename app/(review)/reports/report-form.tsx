'use client';

import Link from 'next/link';
import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { Notice } from '@/app/_ui/form/notice.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { askForReport } from './actions.ts';
import style from './reports.module.css';
import type { SourceGroup } from './source-choices.ts';
import { WishFields } from './wish-fields.tsx';

/** Asks for a report, which is made in the background. */
export function ReportForm({ groups }: { groups: readonly SourceGroup[] }) {
  const sent = useSentForm(askForReport);
  return (
    <form {...sent.form} className={style.form} aria-label="Make a report">
      <div className={style.fields}>
        <WishFields groups={groups} problemOf={sent.problemOf} />
      </div>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Asking' : 'Make the report'}
        </Button>
        {sent.isSaved && sent.value ? (
          <Notice>
            <span>
              <Link href={`/reports/${sent.value}`} className="link" prefetch={false}>
                {sent.value}
              </Link>{' '}
              is being made. You can leave this page.
            </span>
          </Notice>
        ) : (
          <FormOutcome sent={sent} saved="" />
        )}
      </div>
    </form>
  );
}
