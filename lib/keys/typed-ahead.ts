/** A key as it goes down, with whether it is held with one that commands. */
export interface TypedKey {
  key: string;
  commands: boolean;
}

/**
 * What has been typed for a field that is not there yet, after one more key: a letter is put on, Backspace takes the
 * last one off, and Enter does nothing, since there is nothing to choose yet. Null where the key is not for a field.
 */
export function typeAhead(text: string, { key, commands }: TypedKey): string | null {
  if (commands) return null;
  if (key === 'Backspace') return [...text].slice(0, -1).join('');
  if (key === 'Enter') return text;
  return [...key].length === 1 ? text + key : null;
}
