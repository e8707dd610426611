'use client';

import { Button } from './button.tsx';
import { FormOutcome } from './form-outcome.tsx';
import { type FormAnswer, useSentForm } from './use-sent-form.ts';

interface OneButtonFormProps<T> {
  action: (before: FormAnswer<T> | null, form: FormData) => Promise<FormAnswer<T>>;
  /** What goes along, by name. */
  fields: Readonly<Record<string, string | number>>;
  label: string;
  /** The label while it is done. */
  during: string;
  /** What is said afterwards, where the page stays. */
  saved?: string;
}

/** A change that needs nothing but the word to do it. */
export function OneButtonForm<T>({ action, fields, label, during, saved = 'Done.' }: OneButtonFormProps<T>) {
  const sent = useSentForm(action);
  return (
    <form {...sent.form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" disabled={sent.isSending}>
        {sent.isSending ? during : label}
      </Button>
      <FormOutcome sent={sent} saved={saved} />
    </form>
  );
}
