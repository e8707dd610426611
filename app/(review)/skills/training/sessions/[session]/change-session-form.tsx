'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextAreaField, TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import inputs from '../../../inputs.module.css';
import { RowTicks } from '../../../row-ticks.tsx';
import { saveChangedSession } from '../../actions.ts';
import { KnownFields } from './known-fields.tsx';

interface ChangeSessionFormProps {
  known: { sessionId: number; version: number };
  given: { heldOn: string; note: string };
  cards: { all: readonly { scenarioId: number; title: string }[]; chosen: readonly number[] };
  teams: { all: readonly { teamId: number; name: string }[]; chosen: readonly number[] };
}

/** Another day, other cards or another comparison; the module and the teams stay. */
export function ChangeSessionForm({ known, given, cards, teams }: ChangeSessionFormProps) {
  const sent = useSentForm(saveChangedSession);
  return (
    <form {...sent.form} className={inputs.form} aria-label="Change the session">
      <KnownFields {...known} />
      <TextField
        label="Day"
        name="heldOn"
        type="date"
        defaultValue={given.heldOn}
        required
        problem={sent.problemOf('heldOn') ?? null}
      />
      <RowTicks
        legend="Cards to practise with"
        name="scenarios"
        rows={cards.all.map(({ scenarioId, title }) => ({ id: scenarioId, label: title }))}
        chosen={cards.chosen}
        problem={sent.problemOf('scenarios')}
        empty="There is no card yet: open an incident and make a scenario of it."
      />
      <RowTicks
        legend="Compared with the people not trained of which teams; everybody where none is ticked"
        name="compared"
        rows={teams.all.map(({ teamId, name }) => ({ id: teamId, label: name }))}
        chosen={teams.chosen}
        problem={sent.problemOf('compared')}
        empty="There is no team to compare with."
      />
      <div className={inputs.wide}>
        <TextAreaField
          label="Note"
          name="note"
          rows={2}
          defaultValue={given.note}
          problem={sent.problemOf('note') ?? null}
        />
      </div>
      <div className={inputs.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
