import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toStop } from './home.mjs';
import { bornAt } from './processes.mjs';
import { Stop } from './stop.mjs';

const GUARD_MS = 10_000;

/**
 * Takes the lock of a home for this process, and stops when a living process holds it. What a dead one left is taken over.
 * @param {string} home
 * @param {string} address where this process will answer, for the message of the next one
 * @returns {() => void} gives the lock back; harmless when called twice
 */
export function takeLock(home, address) {
  const path = join(home, 'web.lock');
  const own = JSON.stringify({ pid: process.pid, born: bornAt(process.pid), address });
  if (!tryWrite(path, own, home)) takeOver(path, own, home);
  return () => {
    if (readOrNull(path) === own) rmSync(path, { force: true });
  };
}

/** Two may find the same dead lock at once: the guard lets one of them replace it while the other looks again. */
function takeOver(path, own, home) {
  const guard = `${path}.guard`;
  if (ageMs(guard) > GUARD_MS) rmSync(guard, { force: true });
  if (!tryWrite(guard, own, home)) throw new Stop(`another start on ${home} is just beginning.`);
  try {
    refuseWhenHeld(readOrNull(path), home);
    rmSync(path, { force: true });
    if (!tryWrite(path, own, home)) throw new Stop(`another start on ${home} was a moment earlier.`);
  } finally {
    rmSync(guard, { force: true });
  }
}

function refuseWhenHeld(content, home) {
  const holder = parse(content);
  if (!holder || holder.pid === process.pid) return;
  const born = bornAt(holder.pid);
  if (born === null || born !== holder.born) return;
  throw new Stop(
    `it is already running on ${home} (process ${holder.pid}, ${holder.address}). Stop that one or set LOOKBACK_HOME to another folder.`,
  );
}

function parse(content) {
  try {
    const holder = JSON.parse(content ?? '');
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch {
    return null;
  }
}

function tryWrite(path, content, home) {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw toStop(error, home);
  }
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
