import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** A mark that tells this process from every other, also from a later one that is given the same number. */
export function ownMark(): string {
  return toMark(process.pid, startOf(process.pid));
}

/** Whether the process with this mark still runs. A zombie does not, nor does another process with its number. */
export function isRunning(mark: string): boolean {
  const pid = Number(mark.split('-')[0]);
  const start = startOf(pid);
  return start !== null && (start === UNSEEN || mark === toMark(pid, start));
}

/** Whether a process with this number runs at all. */
export function isPidAlive(pid: number): boolean {
  return startOf(pid) !== null;
}

/** Whether the process is a PostgreSQL server on this data folder, rather than a stranger who was given its number. */
export function isPostmaster(pid: number, data: string): boolean {
  if (!isPidAlive(pid)) return false;
  if (process.platform === 'win32') return ask('tasklist', ['/FI', `PID eq ${pid}`]).includes('postgres.exe');
  if (process.platform !== 'linux') {
    const command = ask('ps', ['-o', 'command=', '-p', String(pid)]);
    return command.includes('postgres') && command.includes(data);
  }
  const [program = '', ...args] = (readOrNull(`/proc/${pid}/cmdline`) ?? '').split('\0');
  if (basename(program) !== 'postgres') return false;
  // The working folder stays true where the home was moved under a running server.
  return args.includes(data) || workingFolder(pid) === data;
}

/** The process is there, but its start is hidden from this account. */
const UNSEEN = 'unseen';

function toMark(pid: number, start: string | null): string {
  return `${pid}-${start}`;
}

/** When the process began, in whatever form the system gives; null when it is dead or a zombie. */
function startOf(pid: number): string | null {
  if (!signalReaches(pid)) return null;
  if (process.platform === 'win32') return UNSEEN;
  if (process.platform === 'linux') return startOnLinux(pid);
  const [state = '', ...start] = ask('ps', ['-o', 'state=,lstart=', '-p', String(pid)])
    .trim()
    .split(/\s+/);
  return state === '' || state.startsWith('Z') ? null : start.join('').replaceAll(':', '');
}

function startOnLinux(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return signalReaches(pid) ? UNSEEN : null;
  // The name in brackets may itself hold brackets and blanks, so the fields are counted from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = readOrNull('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? '';
  return `${fields[19]}${boot}`;
}

function signalReaches(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** What a system command prints; nothing where it finds nothing, for then it fails. */
function ask(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
  } catch {
    return '';
  }
}
