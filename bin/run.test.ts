import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ended, printed, ScratchProject } from './testing/scratch-project.ts';

let project: ScratchProject;

beforeEach(() => {
  project = new ScratchProject();
});

afterEach(() => {
  project.dispose();
});

describe('a command', () => {
  it('is TypeScript that gets its arguments, the settings and, by @/, the rooms', async () => {
    project.write('.env', 'LOOKBACK_COUNTRY=DE');
    project.write(
      'bin/say.ts',
      `import { env } from '@/lib/env.ts';
       const settings = env();
       console.log(process.argv.slice(2).join('|'), settings.country, settings.home);`,
    );
    const { status, output } = await project.run(['bin/run.mjs', 'say', '--json', 'a b']);
    expect(output).toBe(`--json|a b DE ${project.home}\n`);
    expect(status).toBe(0);
  });

  it('passes its exit status on', async () => {
    project.write('bin/fail.ts', 'process.exitCode = 7');
    expect((await project.run(['bin/run.mjs', 'fail'])).status).toBe(7);
  });

  it('hears the signal that the outer program gets', async () => {
    project.write(
      'bin/wait.ts',
      "process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('up')",
    );
    const child = project.spawn(['bin/run.mjs', 'wait']);
    await printed(child, 'up');
    child.kill('SIGTERM');
    expect((await ended(child)).status).toBe(9);
  });

  it('that does not exist is refused with those that do', async () => {
    project.write('bin/import.ts', '');
    for (const name of ['nothing', '../lib/env', 'start']) {
      const { status, output } = await project.run(['bin/run.mjs', name]);
      expect(output).toBe(`Lookback cannot run this: there is no command "${name}". Commands: import.\n`);
      expect(status).toBe(1);
    }
  });
});
