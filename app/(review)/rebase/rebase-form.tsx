'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { rebaseChart } from './actions.ts';
import style from './rebase.module.css';

interface RebaseFormProps {
  measure: string;
  /** The filters of the page. */
  query: string;
  /** A day that was suggested; one has to be given unless there is one. */
  day?: string;
  /** What the form does, for those who do not see where it stands. */
  name: string;
}

/** From which day limits begin anew, and why: never without a reason. */
export function RebaseForm({ measure, query, day, name }: RebaseFormProps) {
  const sent = useSentForm(rebaseChart, { empties: true });
  const { problemOf } = sent;
  return (
    <form {...sent.form} className={style.form} aria-label={name}>
      <input type="hidden" name="measure" value={measure} />
      <input type="hidden" name="query" value={query} />
      {day === undefined ? (
        <TextField label="First day" name="day" type="date" required problem={problemOf('day') ?? null} />
      ) : (
        <input type="hidden" name="day" value={day} />
      )}
      <div className={style.reason}>
        <TextField
          label="Reason: what changed in the process"
          name="reason"
          maxLength={300}
          required
          problem={problemOf('reason') ?? (day === undefined ? null : (problemOf('day') ?? null))}
        />
      </div>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {day === undefined ? 'Re-base' : 'Accept'}
        </Button>
        <FormOutcome sent={sent} saved="The limits begin anew." />
      </div>
    </form>
  );
}
