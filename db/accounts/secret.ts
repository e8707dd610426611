import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeFolder } from '@/db/embedded/paths.ts';
import type { Env } from '@/lib/env.ts';

/**
 * The secret that signs sessions: the setting, else the one kept in the home, made there on the first call.
 * Throws where the home cannot be written or the kept secret has been cut off.
 */
export function loadSecret(env: Pick<Env, 'secret' | 'home'>): string {
  if (env.secret) return env.secret;
  // Otherwise the build takes what lies in the home for a part of the program.
  const path = resolve(/* turbopackIgnore: true */ env.home, 'secret');
  return readSecret(path) ?? makeSecret(path);
}

function readSecret(path: string): string | null {
  const content = readOrNull(path);
  if (content === null) return null;
  if (content.length >= 32) return content;
  throw new Error(
    `The secret in ${path} is cut off (${content.length} characters). ` +
      'Put it back from a backup, or remove the file for a new one: everybody then signs in again, and sealed originals stay closed.',
  );
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Of two processes that get here at once, the later takes what the earlier wrote. */
function makeSecret(path: string): string {
  const secret = randomBytes(32).toString('base64');
  makeFolder(resolve(/* turbopackIgnore: true */ path, '..'));
  try {
    writeFileSync(path, `${secret}\n`, { flag: 'wx', mode: 0o600 });
    return secret;
  } catch (error) {
    const kept = hasCode(error, 'EEXIST') ? readSecret(path) : null;
    if (kept) return kept;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
