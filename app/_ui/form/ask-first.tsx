'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import style from './ask-first.module.css';
import { Button } from './button.tsx';
import { FormOutcome } from './form-outcome.tsx';
import { type FormAnswer, useSentForm } from './use-sent-form.ts';

interface AskFirstProps<T> {
  action: (before: FormAnswer<T> | null, form: FormData) => Promise<FormAnswer<T>>;
  /** What goes along, by name. */
  fields: Readonly<Record<string, string | number>>;
  /** What the button says, and of what it is. */
  label: string;
  of: string;
  /** What happens then and cannot be taken back. */
  children: ReactNode;
  /** The label while it is done. */
  during: string;
}

/** A change that cannot be taken back: the button asks first, and nothing happens until that is answered. */
export function AskFirst<T>({ action, fields, label, of, children, during }: AskFirstProps<T>) {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const sent = useSentForm(action);
  const question = useId();
  const close = () => {
    setOpen(false);
    // It is there again after the next drawing.
    setTimeout(() => opener.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  if (!isOpen)
    return (
      <Button ref={opener} aria-label={`${label} ${of}`} onClick={() => setOpen(true)}>
        {label}
      </Button>
    );
  return (
    <form {...sent.form} className={style.form} aria-labelledby={question} onKeyDown={onKeyDown}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p id={question} className={style.question}>
        <b>
          {label} {of}?
        </b>{' '}
        {children}
      </p>
      <div className={style.buttons}>
        <Button type="submit" disabled={sent.isSending}>
          {sent.isSending ? during : label}
        </Button>
        <Button kind="quiet" autoFocus onClick={close}>
          Keep it
        </Button>
      </div>
      <FormOutcome sent={sent} saved="Done." />
    </form>
  );
}
