import { type SpawnOptions, spawn } from 'node:child_process';
import { CannotStart } from '@/db/cannot-start.ts';
import type { ServerUser } from './server-user.ts';

/** How a program of PostgreSQL is started: as whom, where, and untouched by the locale and PG* variables around. */
export function spawnOptions(user: ServerUser | null, cwd: string): SpawnOptions {
  // Windows programs do not start without some variables of the system, so there they get them all.
  const env = process.platform === 'win32' ? {} : { env: plainEnvironment };
  return { ...env, ...user, cwd, windowsHide: true };
}

const plainEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a program to its end and gives its exit status and everything that it printed. */
export function run(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => reject(cannotRun(program, error)));
    child.on('close', (status) => resolve({ status, output }));
  });
}

export function cannotRun(program: string, error: Error): CannotStart {
  return new CannotStart(
    `The embedded PostgreSQL cannot run on this system (${program}: ${error.message}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}
