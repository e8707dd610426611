import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '@/db/cannot-start.ts';
import { makeFolder, under } from './paths.ts';
import { isRunning, ownMark } from './processes.ts';

/**
 * Does the work while no other process does its own under the same folder. Lamport's bakery with files: each draws a
 * ticket and the lowest among the living goes first. A dead process is passed over and nothing is ever taken from a
 * living one, so there is no stale lock to break and no race in breaking it.
 * Throws CannotStart when others have held it for two minutes.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  makeFolder(folder);
  const name = `${ownMark()}.${randomBytes(4).toString('hex')}`;
  const ticket = drawTicket(folder, name);
  try {
    await comeFirst(folder, ticket);
    return await work();
  } finally {
    rmSync(under(folder, ticket), { force: true });
  }
}

const CHOOSING = 'choosing.';
const TICKET = 'ticket.';

function drawTicket(folder: string, name: string): string {
  const choosing = under(folder, CHOOSING + name);
  writeFileSync(choosing, '', { mode: 0o600 });
  const highest = living(folder, TICKET).reduce(
    (most, ticket) => Math.max(most, Number(ticket.split('.')[1])),
    0,
  );
  const ticket = `${TICKET}${String(highest + 1).padStart(6, '0')}.${name}`;
  writeFileSync(under(folder, ticket), '', { mode: 0o600 });
  rmSync(choosing);
  return ticket;
}

async function comeFirst(folder: string, ticket: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  // Choosers are looked for before tickets: whoever is done choosing by then has put up a ticket.
  while (living(folder, CHOOSING).length > 0 || living(folder, TICKET).some((other) => other < ticket)) {
    if (Date.now() > deadline) {
      throw new CannotStart(
        `Another Lookback process has been starting or stopping the database for two minutes (${living(folder, TICKET)[0]} ` +
          `in ${folder}). End that process, or remove the folder if it runs on another machine; then try again.`,
      );
    }
    await sleep(15);
  }
}

/** The files of processes that still run, lowest first; those of dead ones are cleared away. */
function living(folder: string, prefix: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
  return names.sort().filter((name) => {
    const alive = isRunning(name.split('.').at(-2) ?? '');
    if (!alive) rmSync(under(folder, name), { force: true });
    return alive;
  });
}
