import { setTimeout as elapse } from 'node:timers/promises';
import type { Facts } from './facts.ts';
import { inTurns } from './in-turns.ts';
import type { RecordSource } from './read-record.ts';
import { type FreshCopy, refresh } from './refresh.ts';

const WAIT_FOR_OWN_MS = 2000;

/** Keeps a copy up to date in the background: a look a while after the last one ended, and whenever one is asked for. */
export function follow(
  { sql, appUrl }: Omit<RecordSource, 'ending'>,
  onError: (error: unknown) => void,
  lookEveryMs: number,
): Facts {
  const ending = new AbortController();
  const source = { sql, appUrl, ending: ending.signal };
  let current: FreshCopy | null = null;
  let fails = false;
  /** How often this process has said that it changed something, and up to which of these the copy has it. */
  const own = { noted: 0, seen: 0 };
  let catchingUp: Promise<void> = Promise.resolve();
  const report = oncePerCause(onError);

  async function look(): Promise<void> {
    const { noted } = own;
    try {
      const fresh = await refresh(source, current);
      if (current && current.copy !== fresh.copy) current.copy.retire();
      current = fresh;
      own.seen = noted;
      fails = false;
      await fresh.copy.compress();
      report(null);
    } catch (error) {
      fails = true;
      if (!ending.signal.aborted) report(error);
    }
  }

  const looks = inTurns(look, lookEveryMs);
  const hasOwn = () => own.seen >= own.noted;
  void looks.next();
  return {
    open: async () => {
      if (!hasOwn() && current) await orAfter(catchingUp, WAIT_FOR_OWN_MS);
      if (!hasOwn() || !current) return null;
      const { copy, state } = current;
      return { reader: await copy.open(), asOf: state.at, contains: state.snapshot, refreshFails: fails };
    },
    refresh: () => {
      own.noted += 1;
      catchingUp = looks.next();
      return catchingUp;
    },
    close: async () => {
      ending.abort();
      await looks.end();
      current?.copy.retire();
      current = null;
    },
  };
}

async function orAfter(event: Promise<void>, milliseconds: number): Promise<void> {
  const happened = new AbortController();
  const late = elapse(milliseconds, undefined, { signal: happened.signal }).catch(() => {});
  await Promise.race([event, late]);
  happened.abort();
}

/** The same twice a second would drown the log: what went wrong is said once, until it is another or all is well. */
function oncePerCause(onError: (error: unknown) => void): (error: unknown) => void {
  let said: string | null = null;
  return (error) => {
    const cause = error === null ? null : String(error);
    if (cause !== null && cause !== said) onError(error);
    said = cause;
  };
}
