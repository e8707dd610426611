'use client';

import { useState } from 'react';
import { Button } from '@/app/_ui/form/button.tsx';
import { SelectField } from '@/app/_ui/form/field.tsx';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { useSentForm } from '@/app/_ui/form/use-sent-form.ts';
import { REVEAL_REASON_LABELS, REVEAL_REASONS } from '@/lib/privacy/reveal-reasons.ts';
import { revealTheOriginal } from './actions.ts';
import style from './incident.module.css';
import { Revealed } from './revealed.tsx';

/** Asks why, then shows the original until it is hidden or left. Each time it is asked for, it is logged anew. */
export function Reveal({ number }: { number: number }) {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>Open the original</Button>;
  const close = () => {
    setAsked(asked + 1);
    setOpen(false);
  };
  return <ReasonForm key={asked} number={number} onClose={close} />;
}

function ReasonForm({ number, onClose }: { number: number; onClose: () => void }) {
  const sent = useSentForm(revealTheOriginal);
  if (sent.value) return <Revealed original={sent.value} onHide={onClose} />;
  return (
    <form {...sent.form} className={style.reveal} aria-label="Open the original">
      <input type="hidden" name="number" value={number} />
      <SelectField
        label="Why do you need it?"
        name="reason"
        defaultValue=""
        required
        autoFocus
        hint="Your account, this incident and the reason go into the audit log."
        problem={sent.problemOf('reason')}
      >
        <option value="" disabled>
          Choose a reason
        </option>
        {REVEAL_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REVEAL_REASON_LABELS[reason]}
          </option>
        ))}
      </SelectField>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? 'Opening' : 'Open and log it'}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <FormOutcome sent={sent} saved="" />
    </form>
  );
}
