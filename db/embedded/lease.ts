import postgres from 'postgres';

/**
 * The claim of one process on the server: a shared advisory lock of an open connection. The system gives it up with the
 * process, however that dies, and the connection tells at once when the server does.
 */
export interface Lease {
  sql: postgres.Sql;
  /** Gives the claim up; true when nobody else holds one, and then nobody can take one until `close`. */
  isLast(): Promise<boolean>;
  close(): Promise<void>;
}

/** Takes a lease. `lost` is called once, when the connection ends without having been closed. */
export async function takeLease(url: string, lost: () => void): Promise<Lease> {
  let isHeld = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 10,
    ssl: false,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'lookback lease' },
    onclose: () => {
      if (isHeld) lost();
      isHeld = false;
    },
  });
  try {
    await sql`select pg_advisory_lock_shared(${KEY})`;
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
  isHeld = true;
  return {
    sql,
    isLast: async () => {
      isHeld = false;
      await sql`select pg_advisory_unlock_shared(${KEY})`;
      const [row] = await sql<[{ last: boolean }]>`select pg_try_advisory_lock(${KEY}) as last`;
      return row.last;
    },
    close: () => {
      isHeld = false;
      return sql.end({ timeout: 5 });
    },
  };
}

const KEY = 1_819_241_323;
