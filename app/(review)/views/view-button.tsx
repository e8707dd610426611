'use client';

import type { ReactNode } from 'react';
import { FormOutcome } from '@/app/_ui/form/form-outcome.tsx';
import { type FormAnswer, useSentForm } from '@/app/_ui/form/use-sent-form.ts';

interface ViewButtonProps<T> {
  action: (before: FormAnswer<T> | null, form: FormData) => Promise<FormAnswer<T>>;
  fields: Readonly<Record<string, string | number>>;
  className: string | undefined;
  current?: boolean;
  children: ReactNode;
}

/** One thing that can be done with a view, by one press. */
export function ViewButton<T>({ action, fields, className, current = false, children }: ViewButtonProps<T>) {
  const sent = useSentForm(action);
  return (
    <form {...sent.form}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className={className}
        aria-current={current ? 'true' : undefined}
        disabled={sent.isSending}
      >
        {children}
      </button>
      {sent.failed ? <FormOutcome sent={sent} saved="" /> : null}
    </form>
  );
}
