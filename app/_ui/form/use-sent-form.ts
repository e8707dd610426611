'use client';

import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/lib/errors.ts';

/** What an action answers a form. */
export type FormAnswer<T = unknown> =
  | { done: true; value: T }
  | { done: false; problems: readonly Problem[]; message: string; id: string | null };

/**
 * A form that is sent to an action and stays as it is while something is wrong with it: every problem stands at its
 * field, and the first of these gets the focus.
 * @param options.empties whether the fields are emptied once it is saved, for the next entry
 */
export function useSentForm<T>(
  action: (before: FormAnswer<T> | null, form: FormData) => Promise<FormAnswer<T>>,
  { empties = false }: { empties?: boolean } = {},
) {
  const form = useRef<HTMLFormElement>(null);
  const [answer, send, isSending] = useActionState<FormAnswer<T> | null, FormData>(action, null);
  const [hasNoPlace, setNoPlace] = useState(false);
  const failed = answer && !answer.done ? answer : null;

  useEffect(() => {
    if (answer?.done && empties) form.current?.reset();
    if (!answer || answer.done) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus();
    setNoPlace(!first);
  }, [answer, empties]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    // Sent by hand, or the browser would empty the fields when something is wrong with one.
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    startTransition(() => send(entered));
  }

  return {
    /** For the `<form>`. */
    form: { ref: form, action: send, onSubmit, noValidate: true },
    failed,
    isSaved: answer?.done === true && !isSending,
    /** What the action answered; null while there is nothing, or something is wrong. */
    value: answer?.done ? answer.value : null,
    isSending,
    /** What is wrong where no field is. */
    unplaced: hasNoPlace ? (failed?.problems ?? []) : [],
    problemOf: (field: string) => failed?.problems.find((one) => one.field === field)?.message,
  };
}
