import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutSettings } from './prepare/settings.mjs';
import { ScratchProject } from './testing/scratch-project.ts';

let project: ScratchProject;

/** A tool that says its name and arguments and ends with a status. */
const tool = (status: number, more = '') =>
  `console.log('ran', process.argv.slice(2).join(' '));${more}\nprocess.exitCode = ${status};`;
const vitest = (counts: { passed: number; failed: number }, status = 0) => `
import { writeFileSync } from 'node:fs';
const path = process.argv.find((arg) => arg.startsWith('--outputFile.json=')).split('=')[1];
const report = { numPassedTests: ${counts.passed}, numFailedTests: ${counts.failed}, numPendingTests: 0, numTodoTests: 0, testResults: [] };
writeFileSync(path, JSON.stringify(report));
console.log('words of vitest');
process.exitCode = ${status};`;
const playwright = (stats: object) =>
  tool(
    0,
    `require('node:fs').writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, '${JSON.stringify({ stats })}');`,
  );

beforeEach(() => {
  project = new ScratchProject();
  for (const name of ['@biomejs/biome', 'typescript', 'vitest', '@playwright/test']) {
    project.write(`node_modules/${name}/package.json`, '{}');
  }
  project.write('node_modules/@biomejs/biome/bin/biome', tool(0));
  project.write('node_modules/typescript/bin/tsc', tool(0));
  project.write('node_modules/vitest/vitest.mjs', vitest({ passed: 7, failed: 0 }));
  project.write(
    'node_modules/@playwright/test/cli.js',
    playwright({ expected: 5, unexpected: 0, flaky: 0, skipped: 1 }),
  );
  project.write('path/google-chrome-stable', '#!/bin/sh\nexit 0\n');
  chmodSync(join(project.root, 'path/google-chrome-stable'), 0o755);
});

afterEach(() => {
  project.dispose();
});

const test = async (...args: string[]) => {
  const path = [join(project.root, 'path'), process.env.PATH].join(delimiter);
  const { status, output } = await project.run(['bin/test.mjs', ...args], { PATH: path, CI: 'true' });
  const lines = output.trimEnd().split('\n');
  return {
    status,
    output,
    last: lines.at(-1),
    stages: lines.map((line) => line.match(/^(\w+) +(ok|FAILED|not run)/)?.[0]),
  };
};

describe('the test command', () => {
  it('adds up: 4 checks, 7 unit and 7 database tests, the build, its size and 5 browser tests are 25, and 1 was skipped', async () => {
    const { status, last, output } = await test();
    expect(output).not.toContain('FAILED');
    expect(last).toBe('25 passed, 0 failed, 1 skipped');
    expect(status).toBe(0);
  });

  it('goes on after a failure, shows its words and ends with status 1', async () => {
    project.write('node_modules/typescript/bin/tsc', tool(2, "console.log('app/page.tsx(1,1): error TS1');"));
    project.write('node_modules/vitest/vitest.mjs', vitest({ passed: 5, failed: 2 }, 1));
    const { status, last, output } = await test();
    expect(output).toContain('app/page.tsx(1,1): error TS1\ntypes     FAILED  0 passed, 1 failed');
    expect(output).toContain('words of vitest');
    expect(last).toBe('20 passed, 5 failed, 1 skipped');
    expect(status).toBe(1);
  });

  it('counts a stage without a report as one failure', async () => {
    project.write('node_modules/vitest/vitest.mjs', 'throw new Error("out of memory")');
    const { last, output } = await test('--only', 'unit');
    expect(output).toContain('out of memory');
    expect(last).toBe('0 passed, 1 failed');
  });

  it('counts a lockfile that lacks a platform as one failure', async () => {
    project.write('package-lock.json', '{"packages":{"":{"optionalDependencies":{"gone":"1"}}}}');
    const { last, output } = await test('--only', 'lockfile');
    expect(output).toContain('package.json names gone, which the lockfile lacks');
    expect(last).toBe('0 passed, 1 failed');
  });

  it('leaves the browser out when the build failed, and says so', async () => {
    project.write('build-fails', '');
    const { last, output } = await test('--only', 'browser');
    expect(output).toContain('it does not compile');
    expect(output).toContain('browser   not run, since the build failed');
    expect(last).toBe('0 passed, 1 failed');
  });

  it('runs the stages that were chosen, the build before the browser', async () => {
    const { stages } = await test('--only', 'browser', '--only', 'lint');
    expect(stages.filter(Boolean)).toEqual(['lint      ok', 'build     ok', 'browser   ok']);
  });

  it('runs the long tests where there are some and they are asked for', async () => {
    project.write('db/load.long.test.ts', '');
    expect((await test('--only', 'unit')).last).toBe('7 passed, 0 failed');
    expect((await test('--only', 'unit', '--only', 'long', '--long')).last).toBe('14 passed, 0 failed');
  });

  it('refuses what it does not know, closing as always', async () => {
    for (const args of [['--only', 'nothing'], ['--fast']]) {
      const { status, output } = await test(...args);
      expect(output).toMatch(
        /Stages: format, lint, types, lockfile, unit, database, long, build, size, browser\.\n0 passed, 1 failed\n$/,
      );
      expect(status).toBe(1);
    }
  });
});

it('tests see nothing of a Lookback that somebody runs here', () => {
  const settings = {
    PORT: '1',
    HOST: 'x',
    DATABASE_URL: 'x',
    DATABASE_URL_FILE: 'x',
    LOOKBACK_HOME: 'x',
    PORT_FILE: 'x',
  };
  const others = { PATH: '/bin', CI: 'true', PORTAGE: 'x', LOOKBACK_TEST_BROWSER: '/usr/bin/chromium' };
  expect(withoutSettings({ NODE_ENV: 'test', ...settings, ...others })).toEqual(others);
});
