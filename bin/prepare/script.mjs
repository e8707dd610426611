import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installIfNeeded } from './packages.mjs';
import { run } from './program.mjs';
import { readEnvironment } from './settings.mjs';
import { orStop, Stop } from './stop.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs bin/NAME.ts with these arguments, installing packages first where they are missing.
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} its exit status
 */
export function runScript(name, args) {
  return orStop('Lookback cannot run this', async () => {
    const names = listScripts();
    if (!name || !names.includes(name)) {
      throw new Stop(`there is no command "${name ?? ''}". Commands: ${names.join(', ') || 'none'}.`);
    }
    await installIfNeeded(ROOT, console.error);
    const tsx = pathToFileURL(createRequire(join(ROOT, 'package.json')).resolve('tsx')).href;
    const env = { ...readEnvironment(ROOT), TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') };
    // npm changes to the project's folder; paths in the arguments are meant from where the person stands.
    const cwd = process.env.npm_lifecycle_event ? process.env.INIT_CWD : process.cwd();
    const script = join(ROOT, 'bin', `${name}.ts`);
    const { status } = await run(process.execPath, ['--import', tsx, script, ...args], {
      cwd,
      env,
      stream: true,
    });
    return status;
  });
}

function listScripts() {
  const files = readdirSync(join(ROOT, 'bin')).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.map((file) => file.slice(0, -'.ts'.length)).sort();
}
