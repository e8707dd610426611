import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Attachment, attach, detach, superuserUrl, toUrl } from './embedded/attach.ts';
import { findBinaries } from './embedded/binaries.ts';
import { explain } from './embedded/errno.ts';
import type { Settings } from './embedded/launch.ts';
import type { ClusterPlace } from './embedded/make-cluster.ts';
import { makeFolder } from './embedded/paths.ts';
import { APP, DATABASE, OWNER } from './embedded/set-up.ts';

/** The embedded database as this process is attached to it. The addresses hold passwords and stay true until `leave`. */
export interface Embedded {
  /** Owns the database `lookback`, for migrations. */
  ownerUrl: string;
  /** May not change the schema. */
  appUrl: string;
  /** For databases of tests; in the database `postgres`. */
  superuserUrl: string;
  /** Gives up the claim on the server; the last to leave stops it. True when it was stopped. */
  leave(): Promise<boolean>;
}

export interface EmbeddedOptions {
  /** Further settings of PostgreSQL for a server that is started here. */
  settings?: Settings;
  /** The binaries, in place of those that are installed for this platform. */
  native?: string;
  /** Holds the cluster where root runs Lookback and the account of the server cannot reach the home. */
  elsewhere?: string;
  /** Takes a line on what happens to the server while it is in use. */
  say?: (line: string) => void;
}

/**
 * Attaches this process to the embedded PostgreSQL of a home, whose cluster is made and whose server is started where
 * need be. While it is attached, a server that dies is started again on the same port. Whoever starts must leave: until
 * then the connection that carries the claim keeps the process running.
 * Throws CannotStart with one line for a person.
 */
export async function startEmbedded(home: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const place: ClusterPlace = {
    home: resolve(/* turbopackIgnore: true */ home),
    native: options.native ?? findBinaries(),
    elsewhere: options.elsewhere ?? '/var/lib/lookback-postgres',
    settings: options.settings ?? {},
  };
  try {
    makeFolder(place.home);
    return await keepAttached(place, options.say ?? console.warn);
  } catch (error) {
    throw explain(error, place.home);
  }
}

async function keepAttached(place: ClusterPlace, say: (line: string) => void): Promise<Embedded> {
  const leaving = new AbortController();
  const { signal } = leaving;
  let recovery: Promise<void> = Promise.resolve();
  let left: Promise<boolean> | null = null;
  const recover = async (before: Attachment) => {
    say('The embedded database has stopped. Starting it again.');
    attachment = (await attachAgain(place, before, { lost, say, signal })) ?? before;
  };
  const lost = () => {
    if (attachment && !signal.aborted) recovery = recover(attachment);
  };
  let attachment: Attachment | null = null;
  const first = await attach(place, null, lost);
  attachment = first;
  return {
    ...addresses(first),
    leave: () => {
      leaving.abort();
      left ??= recovery.then(() => detach(attachment ?? first, place));
      return left;
    },
  };
}

/** Tries until it succeeds, at growing intervals of up to ten seconds; null when the process leaves meanwhile. */
async function attachAgain(
  place: ClusterPlace,
  before: Attachment,
  { lost, say, signal }: { lost: () => void; say: (line: string) => void; signal: AbortSignal },
): Promise<Attachment | null> {
  for (let wait = 250; !signal.aborted; wait = Math.min(2 * wait, 10_000)) {
    try {
      const attachment = await attach(place, before, lost);
      say('The embedded database runs again.');
      return attachment;
    } catch (error) {
      const reason = explain(error, place.home);
      say(reason instanceof Error ? reason.message : String(reason));
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

function addresses({ cluster, port }: Attachment): Omit<Embedded, 'leave'> {
  return {
    ownerUrl: toUrl(OWNER, cluster.passwords.owner, port, DATABASE),
    appUrl: toUrl(APP, cluster.passwords.app, port, DATABASE),
    superuserUrl: superuserUrl({ cluster, port }, 'postgres'),
  };
}
