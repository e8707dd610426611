import type { FormEntries } from '@/lib/incident-form/incident-form.ts';

/** What was entered before, by the names of fields. */
export interface Given {
  one: (name: string, otherwise?: string) => string;
  all: (name: string) => readonly string[];
  has: (name: string, value: string) => boolean;
}

export function toGiven(entries: FormEntries): Given {
  const all = (name: string) => entries.filter(([key]) => key === name).map(([, value]) => value);
  return {
    one: (name, otherwise = '') => all(name)[0] ?? otherwise,
    all,
    has: (name, value) => all(name).includes(value),
  };
}

/** What every part of the form is given. */
export interface PartProps {
  given: Given;
  problemOf: (field: string) => string | undefined;
}
