import { CannotStart } from '@/db/cannot-start.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import { type Cluster, ensureCluster } from './cluster.ts';
import { stopServer } from './launch.ts';
import { type Lease, takeLease } from './lease.ts';
import type { ClusterPlace } from './make-cluster.ts';
import { under } from './paths.ts';
import { ensureServer } from './server.ts';
import { ensureDatabase } from './set-up.ts';
import { withStartLock } from './start-lock.ts';

/** This process on a running server. */
export interface Attachment {
  cluster: Cluster;
  port: number;
  lease: Lease;
}

/**
 * Makes sure that cluster, server and database are there, and takes a lease on them.
 * @param before where this process was attached when the server died: the same cluster and port, nothing new is made
 * @param lost is called once when the server dies
 */
export function attach(
  place: ClusterPlace,
  before: Attachment | null,
  lost: () => void,
): Promise<Attachment> {
  return withStartLock(lockFolder(place), async () => {
    const cluster = before?.cluster ?? (await ensureCluster(place));
    const choice = { ...place, port: before?.port ?? null };
    const { port, lease } = await takeFirstLease(cluster, () => ensureServer(cluster, choice), lost);
    const attachment = { cluster, port, lease };
    try {
      if (before && before.port !== port) throw movedAway(before.port, port);
      await ensureDatabase(lease.sql, cluster.passwords, (name) => superuserUrl(attachment, name));
      return attachment;
    } catch (error) {
      await release(attachment, place);
      throw error;
    }
  });
}

/** Gives the lease up and stops the server if it was the last one; true when it was stopped. */
export function detach(attachment: Attachment, place: ClusterPlace): Promise<boolean> {
  return withStartLock(lockFolder(place), () => release(attachment, place));
}

/** The address of a database for the superuser; it holds the password. */
export function superuserUrl(
  { cluster, port }: Pick<Attachment, 'cluster' | 'port'>,
  database: string,
): string {
  return toUrl('postgres', cluster.passwords.superuser, port, database);
}

export function toUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function lockFolder(place: ClusterPlace): string {
  return under(place.home, 'starting');
}

/** A server that was found may be on its way out; then the next one is taken. */
async function takeFirstLease(
  cluster: Cluster,
  findServer: () => Promise<{ port: number }>,
  lost: () => void,
): Promise<{ port: number; lease: Lease }> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { port } = await findServer();
    try {
      return { port, lease: await takeLease(superuserUrl({ cluster, port }, 'postgres'), lost) };
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (Date.now() < deadline) continue;
      throw new CannotStart(
        `The embedded database in ${cluster.folder} runs on port ${port} and does not answer.`,
      );
    }
  }
}

async function release({ cluster, lease }: Attachment, place: ClusterPlace): Promise<boolean> {
  const isLast = await lease.isLast().catch(whenGone);
  await lease.close();
  if (isLast) await stopServer(cluster, place.native);
  return isLast;
}

/** A server that is gone needs no stopping. */
function whenGone(error: unknown): false {
  if (isUnavailable(error)) return false;
  throw error;
}

function movedAway(before: number, now: number): CannotStart {
  return new CannotStart(
    `The embedded database was started again by another process on port ${now} instead of ${before}; ` +
      'start Lookback again.',
  );
}
