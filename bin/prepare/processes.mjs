import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When the process with this number was started, in the platform's own words, to tell it from a later one with the same
 * number. Null when there is none, or only a zombie; "unknown" where the platform does not say.
 * @param {number} pid
 * @returns {string | null}
 */
export function bornAt(pid) {
  if (!isThere(pid)) return null;
  if (process.platform === 'linux') return bornOnLinux(pid);
  if (process.platform === 'win32') return 'unknown';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function bornOnLinux(pid) {
  try {
    // The name in parentheses may hold spaces; after it come the state and, as the 20th field, the start in ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return fields[0] === 'Z' ? null : fields[19];
  } catch {
    return null;
  }
}
