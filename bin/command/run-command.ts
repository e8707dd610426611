import { CannotStart } from '@/db/cannot-start.ts';
import { ImportStopped } from '@/db/commands/importing/import-stopped.ts';
import { isUnavailable } from '@/db/unavailable.ts';
import type { Viewer } from '@/lib/access.ts';
import { InvalidEnv } from '@/lib/env.ts';
import { Conflict, Forbidden, Invalid } from '@/lib/errors.ts';

/** Whoever may run commands on the server stands above the accounts of the program. */
export const COMMAND_LINE: Viewer = { actor: 'command line', roles: ['admin'], teams: 'all' };

/**
 * Runs a command with the arguments that it was given. What a person can do something about is said in its own words,
 * and the command fails; a defect is thrown with its trace.
 */
export async function runCommand(main: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!isExpected(error)) throw error;
    console.error(describe(error));
    process.exitCode = 1;
  }
}

const EXPECTED = [Invalid, InvalidEnv, CannotStart, Conflict, Forbidden, ImportStopped];

function isExpected(error: unknown): error is Error {
  return EXPECTED.some((kind) => error instanceof kind) || isUnavailable(error);
}

function describe(error: Error): string {
  return error instanceof Invalid ? error.problems.map(({ message }) => message).join('\n') : error.message;
}
