'use client';

import { Button } from '@/app/_ui/form/button.tsx';
import { TextField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import type { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import settings from '../settings/settings.module.css';

interface ConfirmingFormProps {
  sent: Pick<
    ReturnType<typeof useSentForm>,
    'form' | 'failed' | 'isSaved' | 'isSending' | 'unplaced' | 'problemOf'
  >;
  label: string;
  during: string;
}

/** A change that the present password is asked for. */
export function ConfirmingForm({ sent, label, during }: ConfirmingFormProps) {
  return (
    <form {...sent.form} className={settings.form} aria-label={label}>
      <TextField
        label="Present password"
        name="current"
        type="password"
        autoComplete="current-password"
        required
        problem={sent.problemOf('current')}
      />
      <div className={settings.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? during : label}
        </Button>
        <FormOutcome sent={sent} saved="Done." />
      </div>
    </form>
  );
}
