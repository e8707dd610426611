export const FOREIGN_KEY_VIOLATION = '23503';
export const UNIQUE_VIOLATION = '23505';

/** The five signs by which PostgreSQL says what was wrong with a statement; null where it was not PostgreSQL's error. */
export function sqlStateOf(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : null;
}
