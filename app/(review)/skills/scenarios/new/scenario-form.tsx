'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import type { ScenarioDraft } from '@/lib/training/draft-scenario.ts';
import inputs from '../../inputs.module.css';
import { checkTheScenario, saveScenario } from '../actions.ts';
import { CardFields } from '../card-fields.tsx';
import { ReadTick } from '../read-tick.tsx';
import { TakenOut } from './taken-out.tsx';

interface ScenarioFormProps {
  incident: number;
  draft: ScenarioDraft;
  techniques: readonly { code: number; label: string; section: string }[];
}

/** The editor of a card: what the incident says, what is taken out of it, and the word that nobody can be recognised. */
export function ScenarioForm({ incident, draft, techniques }: ScenarioFormProps) {
  const sent = useSentForm(saveScenario);
  const [checked, check, isChecking] = useActionState(checkTheScenario, null);
  const look = () => {
    const form = sent.form.ref.current;
    if (form) startTransition(() => check(new FormData(form)));
  };
  const found = checked && !checked.done ? checked.problems : [];
  const problemOf = (field: string) =>
    sent.problemOf(field) ?? found.find((one) => one.field === field)?.message;
  return (
    <form {...sent.form} className={inputs.form} aria-label="Make a scenario">
      <input type="hidden" name="incident" value={incident} />
      <CardFields given={draft} techniques={techniques} problemOf={problemOf} />
      <div className={inputs.buttons}>
        <Button onClick={look} disabled={isChecking}>
          {isChecking ? 'Looking' : 'Show what is taken out'}
        </Button>
      </div>
      <div aria-live="polite">{checked?.done ? <TakenOut found={checked.value} /> : null}</div>
      <ReadTick problem={sent.problemOf('read')} />
      <div className={inputs.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save the card'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
