import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { AWAY_PREFIX } from '@/lib/http/error-reference.ts';
import { toFailure } from './failure.ts';

/** One JSON object a line on the standard output. Nothing personal goes in: no query strings, bodies or addresses. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Writes what was thrown under an id, which is all that the outside is told. */
export function logDefect(
  error: unknown,
  where: { method: string; path: string },
  id: string = randomUUID(),
): string {
  log.error({ id, ...where, code: toFailure(error).code, ...describe(error) }, 'failed');
  return id;
}

/** The parameters of a failed statement stay out: they may hold somebody's words. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { cause: under } = error;
  const cause =
    under instanceof Error ? { cause: { name: under.name, message: withoutParameters(under.message) } } : {};
  return {
    name: error.name,
    message: withoutParameters(error.message),
    stack: withoutParameters(error.stack ?? ''),
    ...cause,
  };
}

function withoutParameters(text: string): string {
  return text.replace(/\nparams: .*?(?=\n {4}at |$)/s, '\nparams: left out');
}

/**
 * Gives an error that a page cannot catch the id by which the page names it and the log holds it: the framework hands
 * on nothing else. `AWAY_PREFIX` tells the page that it was the database.
 */
export function withReference(error: unknown): unknown {
  if (!(error instanceof Error) || 'digest' in error) return error;
  const prefix = toFailure(error).code === 'unavailable' ? AWAY_PREFIX : '';
  return Object.assign(error, { digest: `${prefix}${randomUUID().slice(0, 8)}` });
}
