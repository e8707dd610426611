import { CannotStart } from '@/db/cannot-start.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import { Conflict, Forbidden, Invalid, NotFound, type Problem } from '@/lib/errors.ts';

/** What a person or a program is told of something that was thrown. A defect tells nothing of itself. */
export interface Failure {
  code: 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'unavailable' | 'defect';
  status: number;
  message: string;
  /** What is wrong at which field; for `invalid` only. */
  problems: readonly Problem[];
}

/** The one place where whatever was thrown becomes words and a status. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Invalid) {
    return { code: 'invalid', status: 422, message: error.message, problems: error.problems };
  }
  if (error instanceof NotFound) return expected('not_found', 404, error.message || 'There is nothing here.');
  if (error instanceof Forbidden)
    return expected('forbidden', 403, error.message || 'Your account may not do this.');
  if (error instanceof Conflict) return expected('conflict', 409, error.message);
  if (isUnavailable(error) || error instanceof CannotStart) return expected('unavailable', 503, AWAY);
  return expected('defect', 500, 'Something failed inside Lookback. Nothing was changed.');
}

const AWAY = 'The database does not answer. Nothing was saved; try again in a moment.';

function expected(code: Failure['code'], status: number, message: string): Failure {
  return { code, status, message, problems: [] };
}
