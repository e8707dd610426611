import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SETTING_NAMES } from '@/lib/env-settings.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 300_000;

/** A running Lookback of its own, in a process of its own. */
export interface Server {
  url: string;
  home: string;
  pid: number;
  /** All that it has printed so far. */
  output: () => string;
  /** Ends it as a person would, waits until it is gone and removes its home, unless the home was given. */
  stop: () => Promise<void>;
}

/** Starts the built app on a free port, on an empty home unless one is given, and waits until it answers. */
export async function startServer({
  home,
  env = {},
}: {
  home?: string;
  /** Settings, which may depend on the address at which it is to answer. */
  env?: Record<string, string> | ((url: string) => Record<string, string>);
} = {}): Promise<Server> {
  const own = home ?? mkdtempSync(join(tmpdir(), 'lookback-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const given = typeof env === 'function' ? env(url) : env;
  const settings = { ...unset(), HOST: '127.0.0.1', PORT: String(port), LOOKBACK_HOME: own, ...given };
  const child = spawn(process.execPath, [...optionsOfStart(), join(ROOT, 'bin', 'start.mjs')], {
    env: { ...process.env, ...settings },
  });
  const output = collect(child);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    if (!home) rmSync(own, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    await ready(child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, home: own, pid: child.pid ?? 0, output, stop };
}

/** With what `npm start` calls Node. */
function optionsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** Every setting as empty, which is "not set" and comes before a `.env` that lies in the project. */
function unset(): Record<string, string> {
  return Object.fromEntries(
    SETTING_NAMES.flatMap((name) => [name, `${name}_FILE`]).map((name) => [name, '']),
  );
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`Lookback ${what}. It printed:\n${output()}`));
    const limit = setTimeout(() => fail(`was not ready after ${READY_MS / 1000} s`), READY_MS);
    child.stdout?.on('data', () => {
      if (!output().includes('Lookback is ready at')) return;
      clearTimeout(limit);
      resolve();
    });
    child.once('close', (status) => {
      clearTimeout(limit);
      fail(`ended with status ${status}`);
    });
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const add = (part: Buffer) => {
    text += part.toString();
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
