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

/** The parameters of a failed statement stay out, and so do the values that PostgreSQL quotes: somebody's words. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { cause } = error;
  return {
    ...summarise(error),
    stack: withoutParameters((error.stack ?? '').replace(error.message, () => withoutValues(error))),
    ...(cause instanceof Error ? { cause: summarise(cause) } : {}),
  };
}

function summarise(error: Error): Record<string, unknown> {
  return {
    name: error.name,
    ...('code' in error ? { state: error.code } : {}),
    message: withoutParameters(withoutValues(error)),
  };
}

/** SQLSTATE class 22 says what is wrong with a value by quoting it; names of tables and columns in others may stay. */
function withoutValues(error: Error): string {
  const isAboutValue = 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code));
  return isAboutValue ? error.message.replace(/".*/s, '(value left out)') : error.message;
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
