'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { ScenarioDraft } from '@/lib/training/draft-scenario.ts';
import inputs from '../../inputs.module.css';
import { saveChangedScenario } from '../actions.ts';
import { CardFields } from '../card-fields.tsx';
import { ReadTick } from '../read-tick.tsx';

interface ChangeScenarioFormProps {
  card: ScenarioDraft & { scenarioId: number; version: number; retired: boolean };
  techniques: readonly { code: number; label: string; section: string }[];
}

/** Says anew what a card holds, or that it is not used any more. */
export function ChangeScenarioForm({ card, techniques }: ChangeScenarioFormProps) {
  const sent = useSentForm(saveChangedScenario);
  return (
    <form {...sent.form} className={inputs.form} aria-label="Change the card">
      <input type="hidden" name="scenarioId" value={card.scenarioId} />
      <input type="hidden" name="version" value={card.version} />
      <CardFields given={card} techniques={techniques} problemOf={sent.problemOf} />
      <SelectField label="In the bank" name="retired" defaultValue={card.retired ? 'yes' : 'no'}>
        <option value="no">In use</option>
        <option value="yes">Not used any more</option>
      </SelectField>
      <ReadTick problem={sent.problemOf('read')} />
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved. What was personal has been taken out." />
      </div>
    </form>
  );
}
