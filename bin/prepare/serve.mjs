import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { announceWhenReady } from './announce.mjs';
import { buildIfNeeded } from './build.mjs';
import { checkHome } from './home.mjs';
import { takeLock } from './lock.mjs';
import { installIfNeeded } from './packages.mjs';
import { checkEmbedded, checkPlatform } from './platform.mjs';
import { checkPort, localAddress } from './port.mjs';
import { checkSettings, readEnvironment, readStartSettings } from './settings.mjs';
import { orStop } from './stop.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** An empty embedded database with room to work. */
const DATABASE_MB = 150;
const ENGINE_FLAGS = [
  // Where there is much memory, four times what is in use would be let grow before any of it is given back.
  '--heap-growing-percent=60',
  // A page is made by a thousand small functions that each run for a moment. The engine would compile them for speed
  // again and again, which takes longer than it saves: only what runs six times as long as usual is worth it.
  '--interrupt-budget=400000',
];

/**
 * Prepares whatever is missing and serves Lookback in this process until a signal ends it.
 * @param {'start' | 'dev'} mode
 */
export async function serve(mode) {
  process.chdir(ROOT);
  await orStop('Lookback cannot start', async () => {
    const { env, settings } = await readSettings();
    const address = localAddress(settings.host, settings.port);
    checkHome(settings.home, settings.hasOwnDatabase ? DATABASE_MB : 1);
    process.on('exit', takeLock(settings.home, address));
    await checkPort(settings.host, settings.port);
    if (settings.hasOwnDatabase) checkPlatform(ROOT);
    await installIfNeeded(ROOT, console.log);
    await checkSettings(ROOT, env);
    if (settings.hasOwnDatabase) checkEmbedded(ROOT);
    if (mode === 'start') await buildIfNeeded(ROOT, env, console.log);
    announceWhenReady(address, console.log);
    runNext(mode, settings, env);
  });
}

/** What the start itself needs to know. Where that is wrong already, everything that is wrong is said with it. */
async function readSettings() {
  try {
    const env = readEnvironment(ROOT);
    return { env, settings: readStartSettings(env) };
  } catch (error) {
    await installIfNeeded(ROOT, console.log);
    await checkSettings(ROOT, process.env);
    throw error;
  }
}

/** Next's own command line, inside this process: one process to signal, to kill and to hold the lock. */
function runNext(mode, { host, port }, env) {
  delete process.env.LOOKBACK_HOME_FILE;
  const nodeEnv = mode === 'dev' ? 'development' : 'production';
  Object.assign(process.env, env, { NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: '1' });
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
  process.argv = [process.execPath, next, mode, '-H', host, '-p', String(port)];
  createRequire(import.meta.url)(next);
}
