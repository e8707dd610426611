/** The database does not answer; asking again later may work. A change that was being committed may be saved or not. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(cause: unknown) {
    super('The database does not answer. Try again in a moment.', { cause });
  }
}

/** Whether an error, or what caused it, says that the database is away rather than that the question is wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // By its name: the web program loads this file several times over, and each copy has a class of its own.
  if (error.name === 'DatabaseUnavailable') return true;
  if ('code' in error && typeof error.code === 'string' && isAwayCode(error.code)) return true;
  // A host with several addresses refuses with one error for each.
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return causes.some(isUnavailable);
}

function isAwayCode(code: string): boolean {
  return AWAY.has(code) || /^08/.test(code);
}

const AWAY = new Set([
  // Sockets
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // postgres.js
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  // PostgreSQL: shut down, crashed, starting; too many connections
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
