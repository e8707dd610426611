import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScratchProject } from '../testing/scratch-project.ts';
import { installReason } from './packages.mjs';

let project: ScratchProject;

beforeEach(() => {
  project = new ScratchProject();
});

afterEach(() => {
  project.dispose();
});

const lock = (packages: object) => JSON.stringify({ packages });
const ONE = { version: '1.0.0', integrity: 'sha512-one' };

describe('packages are installed', () => {
  it('when there are none', () => {
    project.remove('node_modules/.package-lock.json');
    expect(installReason(project.root)).toBe('there are none yet');
  });

  it('when one has another version or other content than the lockfile says', () => {
    for (const other of [
      { ...ONE, version: '0.9.0' },
      { ...ONE, integrity: 'sha512-two' },
    ]) {
      project.write('package-lock.json', lock({ 'node_modules/one': ONE }));
      project.write('node_modules/.package-lock.json', lock({ 'node_modules/one': other }));
      expect(installReason(project.root)).toBe('one is not the one of package-lock.json');
    }
  });

  it('when one is absent', () => {
    project.write('package-lock.json', lock({ '': {}, 'node_modules/a/node_modules/@b/c': ONE }));
    expect(installReason(project.root)).toBe('@b/c is not the one of package-lock.json');
  });

  it('not when they agree, nor for an absent package of another platform', () => {
    const other = { ...ONE, optional: true };
    project.write(
      'package-lock.json',
      lock({ '': {}, 'node_modules/one': ONE, 'node_modules/other': other }),
    );
    project.write('node_modules/.package-lock.json', lock({ 'node_modules/one': ONE }));
    expect(installReason(project.root)).toBeNull();
  });
});

describe('the first start', () => {
  const withNpm = (script: string) => {
    project.remove('node_modules/.package-lock.json');
    project.write('npm-cli.js', `const fs = require('node:fs');\n${script}`);
    project.write('bin/hello.ts', "console.log('hello', process.argv.slice(2).join(' '))");
    return project.run(['bin/run.mjs', 'hello', 'a', 'b'], { npm_execpath: `${project.root}/npm-cli.js` });
  };
  // A folder of its own keeps the stand-in for npm a CommonJS file.
  beforeEach(() => {
    project.write('package.json', '{"engines":{"node":">=20.19"}}');
    project.write('bin/package.json', '{"type":"module"}');
  });

  it('installs by npm ci and goes on', async () => {
    const { status, output } = await withNpm(`
      if (process.argv[2] === 'ci') fs.writeFileSync('node_modules/.package-lock.json', '{"packages":{}}');`);
    expect(output).toBe(
      'Installing packages, since there are none yet. This takes about a minute.\nhello a b\n',
    );
    expect(status).toBe(0);
  });

  it('without network says so in one line', async () => {
    const { status, output } = await withNpm(
      `console.error('npm error code ENOTFOUND\\nnpm error network request failed'); process.exit(1);`,
    );
    expect(output.split('\n')[1]).toBe(
      'Lookback cannot run this: the packages could not be fetched, for the npm registry does not answer. Connect to the network and start again; later starts need none.',
    );
    expect(output.split('\n')).toHaveLength(3);
    expect(status).toBe(1);
  });

  it('on a full disk says so in one line', async () => {
    const { status, output } = await withNpm(
      `console.error('npm error ENOSPC: no space left'); process.exit(1);`,
    );
    expect(output.split('\n')[1]).toMatch(
      /^Lookback cannot run this: the disk of the project is full \(ENOSPC\)/,
    );
    expect(status).toBe(1);
  });

  it('with a lockfile that does not agree with package.json installs what package.json asks for, and says so', async () => {
    const { status, output } = await withNpm(`
      if (process.argv[2] === 'ci') { console.error('npm error code EUSAGE'); process.exit(1); }
      fs.writeFileSync('asked', process.argv.slice(2, 4).join(' '));`);
    expect(output).toContain('package-lock.json and package.json do not agree');
    expect(output).toContain('hello a b');
    expect(status).toBe(0);
  });

  it('with any other failure shows the words of npm', async () => {
    const { status, output } = await withNpm(`console.error('npm error gyp'); process.exit(1);`);
    expect(output).toContain('npm error gyp\nLookback cannot run this: the packages could not be installed');
    expect(status).toBe(1);
  });
});
