import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { run } from './program.mjs';
import { Stop } from './stop.mjs';

/**
 * The environment of the program: `.env` of the project below the real variables, and the home as an absolute path.
 * @param {string} root folder of the project
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function readEnvironment(root, env = process.env) {
  const merged = { ...readDotenv(resolve(root, '.env')), ...env };
  const { LOOKBACK_HOME_FILE: _replaced, ...rest } = merged;
  return { ...rest, LOOKBACK_HOME: resolve(root, setting(merged, 'LOOKBACK_HOME') ?? '.lookback') };
}

/**
 * What has to be known before any package is there; everything else is read and checked by lib/env.ts.
 * @param {NodeJS.ProcessEnv} env as `readEnvironment` gives it
 */
export function readStartSettings(env) {
  const port = setting(env, 'PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new Stop(`PORT is "${port}", not a port between 1 and 65535. Example: PORT=3000`);
  }
  return {
    port: Number(port),
    host: setting(env, 'HOST') ?? '127.0.0.1',
    home: env.LOOKBACK_HOME,
    hasOwnDatabase: setting(env, 'DATABASE_URL') === null,
  };
}

/**
 * Reads every setting as the program does and says all that is wrong with them at once. Needs the packages.
 * @param {string} root folder of the project
 * @param {NodeJS.ProcessEnv} env
 */
export async function checkSettings(root, env) {
  const script = join(root, 'bin', 'prepare', 'settings-check.ts');
  const options = { cwd: root, env: { ...env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } };
  const { status, output } = await run(process.execPath, ['--import', 'tsx', script], options);
  if (status !== 0) throw new Stop(output.trimEnd());
}

/** One setting, from its variable or from the file that NAME_FILE names; null when neither is set. */
function setting(env, name) {
  const path = env[`${name}_FILE`]?.trim();
  if (!path) return env[name]?.trim() || null;
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch (error) {
    throw new Stop(`${name}_FILE names ${path}, which cannot be read (${error.code}).`);
  }
}

function readDotenv(path) {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw new Stop(`${path} cannot be read (${error.code}).`);
  }
}

/**
 * The environment without the settings of a Lookback that somebody runs here, so that no test touches its database.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutSettings(env) {
  const isSetting = (name) => /^(PORT|HOST|NODE_ENV|LOOKBACK_(?!TEST_).*|DATABASE_.*)(_FILE)?$/.test(name);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting(name)));
}
