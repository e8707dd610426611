'use client';

import { type ReactNode, useState } from 'react';
import style from './ask-why.module.css';
import { Button } from './button.tsx';
import { SelectField } from './field.tsx';
import { FormOutcome } from './form-outcome.tsx';
import { type FormAnswer, useSentForm } from './use-sent-form.ts';

interface AskWhyProps<Value> {
  /** What the button says, and what the form is named. */
  label: string;
  action: (before: FormAnswer<Value> | null, form: FormData) => Promise<FormAnswer<Value>>;
  /** Of what it is asked, beside the reason. */
  fields: Readonly<Record<string, string | number>>;
  question: string;
  /** Where the question and its reason are written down. */
  hint: string;
  /** Words by the id of each reason. */
  reasons: Readonly<Record<string, string>>;
  submit: string;
  during: string;
  /** What is shown then, with a way to hide it. */
  children: (value: NonNullable<Value>, hide: () => void) => ReactNode;
}

/** Asks why, then shows something until it is hidden or left. Each time it is asked for, it is logged anew. */
export function AskWhy<Value>(props: AskWhyProps<Value>) {
  const [asked, setAsked] = useState(0);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{props.label}</Button>;
  const close = () => {
    setAsked(asked + 1);
    setOpen(false);
  };
  return <WhyForm key={asked} {...props} onClose={close} />;
}

function WhyForm<Value>({
  label,
  action,
  fields,
  question,
  hint,
  reasons,
  submit,
  during,
  children,
  onClose,
}: AskWhyProps<Value> & { onClose: () => void }) {
  const sent = useSentForm(action);
  if (sent.value) return children(sent.value, onClose);
  return (
    <form {...sent.form} className={style.form} aria-label={label}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        label={question}
        name="reason"
        defaultValue=""
        required
        autoFocus
        hint={hint}
        problem={sent.problemOf('reason')}
      >
        <option value="" disabled>
          Choose a reason
        </option>
        {Object.entries(reasons).map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? during : submit}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <FormOutcome sent={sent} saved="" />
    </form>
  );
}
