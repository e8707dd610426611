import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@/db/cannot-start.ts';
import { usableBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { launch, NotYet, type Settings } from './launch.ts';
import { under } from './paths.ts';
import { freePort } from './port.ts';
import { disownRecycledPid, findPostmaster, type Postmaster } from './postmaster.ts';

export interface ServerChoice {
  native: string;
  settings: Settings;
  /** The port that it must have, for a program already knows it; null where any will do. */
  port: number | null;
}

/**
 * The server of the cluster: the one that runs, whoever started it, else a new one. One that is starting or stopping
 * is waited for. To be called under the start lock. Throws CannotStart.
 */
export async function ensureServer(cluster: Cluster, choice: ServerChoice): Promise<Postmaster> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    const running = findPostmaster(cluster.data);
    if (running?.isReady) return running;
    const started = running ? null : await tryToStart(cluster, choice);
    if (started) return started;
    if (Date.now() > deadline) {
      throw new CannotStart(
        `The embedded database in ${cluster.folder} has been starting or stopping for five minutes` +
          `${running ? ` (process ${running.pid})` : ''}. Look into ${under(cluster.folder, 'server.log')}.`,
      );
    }
    await sleep(50);
  }
}

async function tryToStart(cluster: Cluster, choice: ServerChoice): Promise<Postmaster | null> {
  const binaries = usableBinaries(choice.native, cluster.folder, cluster.user);
  const port = choice.port ?? (await freePort(lastPort(cluster)));
  disownRecycledPid(cluster.data);
  try {
    const postmaster = await launch(cluster, binaries, { ...choice.settings, port: String(port) });
    writeFileSync(portFile(cluster), String(port));
    return postmaster;
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    if (error.reason === 'data still in use' || choice.port === null) return null;
    throw new CannotStart(`Another program has taken port ${port} of the embedded database; end it.`);
  }
}

/** A program that lost its server comes back to its old port, so a newcomer in between had better start there too. */
function lastPort(cluster: Cluster): number | null {
  const file = portFile(cluster);
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || null : null;
}

function portFile(cluster: Cluster): string {
  return under(cluster.folder, 'port');
}
