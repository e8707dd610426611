'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import inputs from '../../../inputs.module.css';
import { RowTicks } from '../../../row-ticks.tsx';
import { saveInvitations } from '../../actions.ts';
import { KnownFields } from './known-fields.tsx';

interface InvitationFormProps {
  known: { sessionId: number; version: number };
  people: readonly { agentId: number; name: string }[];
  others: readonly { agentId: number; name: string }[];
}

/** Says anew who is asked, of the people of the session's teams. */
export function InvitationForm({ known, people, others }: InvitationFormProps) {
  const sent = useSentForm(saveInvitations);
  const all = [...people, ...others].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return (
    <form {...sent.form} className={inputs.form} aria-label="Change who is asked">
      <KnownFields {...known} />
      <RowTicks
        legend="Who is asked"
        name="people"
        rows={all.map(({ agentId, name }) => ({ id: agentId, label: name }))}
        chosen={people.map(({ agentId }) => agentId)}
        problem={sent.problemOf('people')}
        empty="Nobody is known in these teams."
      />
      <div className={inputs.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save who is asked'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
