'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { BEFORE, CONTACTS } from '@/lib/workspace/volumes-form.ts';
import style from '../../settings.module.css';
import { saveVolumes } from '../actions.ts';

interface DayFormProps {
  day: string;
  teamId: number;
  cells: readonly { channel: number; label: string; contacts: number | null }[];
}

/** The contacts of a team on a day, a field a channel. */
export function DayForm({ day, teamId, cells }: DayFormProps) {
  const sent = useSentForm(saveVolumes);
  const elsewhere = sent.problemOf('day') ?? sent.problemOf('teamId');
  return (
    <form {...sent.form} className={style.form} aria-label="Contacts by channel">
      <input type="hidden" name="day" value={day} />
      <input type="hidden" name="teamId" value={teamId} />
      <div className={style.fields}>
        {cells.map(({ channel, label, contacts }) => (
          <div key={channel}>
            <input type="hidden" name={`${BEFORE}${channel}`} value={contacts ?? ''} />
            <TextField
              label={label}
              name={`${CONTACTS}${channel}`}
              inputMode="numeric"
              defaultValue={contacts ?? ''}
              problem={sent.problemOf(`${CONTACTS}${channel}`)}
            />
          </div>
        ))}
      </div>
      {elsewhere ? (
        <p role="alert" className={style.problem}>
          {elsewhere}
        </p>
      ) : null}
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
