import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { findBinaries } from '@/db/embedded/binaries.ts';

/** A program that runs beside the test, attached to a home or refused. */
export interface AttachedProgram {
  appUrl: string;
  superuserUrl: string;
  refusal?: string;
  /** Lets it leave in good order; whether the server was stopped. */
  leave(): Promise<boolean>;
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>;
}

/** Starts a program that attaches to the home, and waits until it has, or was refused. */
export async function attachProgram(
  home: string,
  { native = findBinaries(), uid, env }: { native?: string; uid?: number; env?: Record<string, string> } = {},
): Promise<AttachedProgram> {
  const args = [
    '--import',
    'tsx',
    'db/testing/attach-program.ts',
    home,
    native,
    ...(uid ? [String(uid)] : []),
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => end(child));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const read = async () => JSON.parse((await lines.next()).value ?? '{}');
  return {
    ...(await read()),
    leave: async () => {
      child.stdin.write('leave\n');
      return (await read()).stopped;
    },
    kill: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
