'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import inputs from '../../../inputs.module.css';
import { RowTicks } from '../../../row-ticks.tsx';
import { saveAttendance } from '../../actions.ts';
import { KnownFields } from './known-fields.tsx';

interface AttendanceFormProps {
  known: { sessionId: number; version: number };
  people: readonly { agentId: number; name: string; attended: boolean | null }[];
  isHeld: boolean;
}

/** Marks who came; everybody else has not. */
export function AttendanceForm({ known, people, isHeld }: AttendanceFormProps) {
  const sent = useSentForm(saveAttendance);
  const isMarked = people.some(({ attended }) => attended !== null);
  return (
    <form {...sent.form} className={inputs.form} aria-label="Mark who came">
      <KnownFields {...known} />
      <RowTicks
        legend={isHeld ? 'Who came' : 'Who is asked; ticked once they came'}
        name="attended"
        rows={people.map(({ agentId, name, attended }) => ({
          id: agentId,
          label: attended === null && isMarked ? `${name} (not marked)` : name,
        }))}
        chosen={people.filter(({ attended }) => attended === true).map(({ agentId }) => agentId)}
        problem={sent.problemOf('attended')}
        empty="Nobody is asked."
      />
      <div className={inputs.buttons}>
        <Button type="submit" kind={isHeld && !isMarked ? 'primary' : 'plain'} disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save who came'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
