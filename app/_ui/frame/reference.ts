/** The id under which the server's log holds an error; null for one that happened in the browser. */
export function referenceOf(error: unknown): string | null {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  return typeof digest === 'string' ? digest : null;
}
