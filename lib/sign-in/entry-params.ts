/** The query of an entry page, as the framework gives it. */
export type EntryParams = Record<string, string | string[] | undefined>;

/** The value of a parameter that is there exactly once; null otherwise. */
export function onlyValue(params: EntryParams, name: string): string | null {
  const value = params[name];
  return typeof value === 'string' ? value : null;
}
