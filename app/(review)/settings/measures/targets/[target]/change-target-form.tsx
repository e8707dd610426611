'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import style from '../../../settings.module.css';
import { saveChangedTarget } from '../../actions.ts';
import { TargetFields } from '../../target-fields.tsx';

interface ChangeTargetFormProps {
  target: { targetId: number; version: number; measure: string; teamId: number | null };
  measure: { aim: string; unit: string | null };
  given: { value: string; from: string; lastDay: string };
}

/** Changes how much, from when and until when; it stays the target of its measure and team. */
export function ChangeTargetForm({ target, measure, given }: ChangeTargetFormProps) {
  const sent = useSentForm(saveChangedTarget);
  return (
    <form {...sent.form} className={style.form} aria-label="Change the target">
      <input type="hidden" name="targetId" value={target.targetId} />
      <input type="hidden" name="version" value={target.version} />
      <input type="hidden" name="measure" value={target.measure} />
      <input type="hidden" name="teamId" value={target.teamId ?? ''} />
      <TargetFields measure={measure} given={given} problemOf={sent.problemOf} />
      <div className={style.buttons}>
        <Button type="submit" kind="primary" disabled={sent.isSending}>
          {sent.isSending ? 'Saving' : 'Save'}
        </Button>
        <FormOutcome sent={sent} saved="Saved." />
      </div>
    </form>
  );
}
