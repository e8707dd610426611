import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
  };
}

/** Processes that wanted to run in the last minute, on average: this benchmark and everything else. */
export function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

/**
 * Megabytes in memory of a process and all below it without PostgreSQL's. Elsewhere than on Linux this process alone
 * can be asked, and of others null is known.
 */
export function memoryOfTree(root: number): number | null {
  if (platform() !== 'linux') return root === process.pid ? process.memoryUsage.rss() / 1e6 : null;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(Number(pid)) ?? []);
  const below = (pid: number): number =>
    all
      .filter((one) => one.parent === pid && one.name !== 'postgres')
      .reduce((sum, one) => sum + below(one.pid), own(pid));
  const own = (pid: number) => all.find((one) => one.pid === pid)?.bytes ?? 0;
  return below(root) / 1e6;
}

/** Null for one that has ended meanwhile. */
function readProcess(pid: number): { pid: number; parent: number; name: string; bytes: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
    return { pid, parent: Number(field('PPid')), name: field('Name'), bytes: Number(field('VmRSS')) * 1024 };
  } catch {
    return null;
  }
}
