'use client';

import { Button, ButtonLink } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { RETENTION_KINDS, type Retention } from '@/lib/privacy/retention.ts';
import style from '../settings.module.css';
import { saveRetention } from './actions.ts';

interface SavePeriodsProps {
  version: number;
  periods: Retention;
  expired: readonly { count: number }[];
}

/** Saves the periods that were looked at; what they remove is told beside the button. */
export function SavePeriods({ version, periods, expired }: SavePeriodsProps) {
  const sent = useSentForm(saveRetention);
  const goes = expired.some(({ count }) => count > 0);
  return (
    <form {...sent.form} className={style.form} aria-label="Save">
      <input type="hidden" name="version" value={version} />
      {RETENTION_KINDS.map((kind) => (
        <input key={kind} type="hidden" name={kind} value={periods[kind] ?? ''} />
      ))}
      <div className={style.warning} role="note">
        <p>
          {goes
            ? 'Once saved, this goes in the coming night, and nothing brings it back but a backup.'
            : 'Nothing is as old as that. What becomes so goes in the night after.'}
        </p>
      </div>
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save these periods'}
        </Button>
        <ButtonLink kind="quiet" href="/settings/retention">
          Leave them as they are
        </ButtonLink>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
