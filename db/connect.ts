import postgres, { type Options, type PostgresType, type Sql } from 'postgres';
import { ARRAY_TYPES } from './array-types.ts';
import { transactionsOver } from './transactions.ts';

/**
 * The connections of a process to a server; none is made before the first question. Its `begin` is our own, see
 * `transactions.ts` for why. Ending it ends them all.
 */
export function connect(url: string): Sql {
  const sql = postgres(url, { ...SETTINGS, max: 10 });
  const transactions = transactionsOver((lost) => {
    const line = postgres(url, { ...SETTINGS, max: 1, max_lifetime: null, onclose: lost });
    // Drizzle sets on the pool how values are read and written, once the pool is made.
    Object.assign(line.options.parsers, sql.options.parsers);
    Object.assign(line.options.serializers, sql.options.serializers);
    return line;
  }, 15);
  const endPool = sql.end;
  const end: Sql['end'] = async (options) => {
    await Promise.all([endPool(options), transactions.end()]);
  };
  return Object.assign(sql, { begin: transactions.begin, end });
}

/** One more connection to where a pool has its own, for a reading that lasts. Whoever makes it ends it. */
export function connectBeside({ options }: Sql): Sql {
  // The client takes what it has read of options once more, which its types do not tell.
  const same: unknown = { ...options, max: 1, max_lifetime: null, onclose: () => {} };
  return postgres(same as Options<Record<string, PostgresType>>);
}

/** One connection, for work that holds something of a session, such as a lock; its transactions are in that session. */
export function connectOnce(url: string, name: string): Sql {
  let lost = () => {};
  const sql = postgres(url, {
    ...SETTINGS,
    max: 1,
    max_lifetime: null,
    onclose: () => lost(),
    connection: { ...SETTINGS.connection, application_name: name },
  });
  const { begin } = transactionsOver((whenLost) => {
    lost = whenLost;
    return sql;
  }, 1);
  return Object.assign(sql, { begin });
}

const SETTINGS = {
  connect_timeout: 10,
  // The default grows to 20 s, for which a page would go on failing after the database is back.
  backoff: () => 0.1,
  // DATABASE_URL may go through a pooler in transaction mode, where the next statement may meet another session that
  // knows nothing of what was prepared. The builder of the questions prepares nothing anyway, so this costs nothing.
  prepare: false,
  // What a server says besides its answers is in its log.
  onnotice: () => {},
  fetch_types: false,
  types: ARRAY_TYPES,
  connection: { application_name: 'lookback', TimeZone: 'UTC' },
};
