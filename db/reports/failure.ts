import { CannotStart } from '@/db/cannot-start.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import { Conflict, Forbidden, Invalid, NotFound, type Problem, TooMany } from '@/lib/errors.ts';

/** What a person or a program is told of something that was thrown. A defect tells nothing of itself. */
export interface Failure {
  code: 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'too_many' | 'unavailable' | 'defect';
  status: number;
  message: string;
  /** What is wrong at which field; for `invalid` only. */
  problems: readonly Problem[];
  /** After how many seconds it may be asked again; null where that is nothing to wait for. */
  retryAfterSeconds: number | null;
}

/** The one place where whatever was thrown becomes words and a status. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Invalid) {
    return { ...expected('invalid', 422, error.message), problems: error.problems };
  }
  if (error instanceof NotFound) return expected('not_found', 404, error.message || 'There is nothing here.');
  if (error instanceof Forbidden)
    return expected('forbidden', 403, error.message || 'Your account may not do this.');
  if (error instanceof Conflict) return expected('conflict', 409, error.message);
  if (error instanceof TooMany) {
    return { ...expected('too_many', 429, error.message), retryAfterSeconds: error.retryAfterSeconds };
  }
  if (isUnavailable(error) || error instanceof CannotStart) {
    return { ...expected('unavailable', 503, AWAY), retryAfterSeconds: AWAY_SECONDS };
  }
  return expected('defect', 500, 'Something failed inside Lookback. Nothing was changed.');
}

const AWAY = 'The database does not answer. Nothing was saved; try again in a moment.';
const AWAY_SECONDS = 5;

function expected(code: Failure['code'], status: number, message: string): Failure {
  return { code, status, message, problems: [], retryAfterSeconds: null };
}
