import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { isPidAlive, isPostmaster, isRunning, ownMark } from './processes.ts';

test('this process runs, and its mark names its number', () => {
  expect(ownMark()).toMatch(new RegExp(`^${process.pid}-.`));
  expect(isRunning(ownMark())).toBe(true);
});

test('a process that was given the number of a dead one does not pass for it', () => {
  expect(isPidAlive(process.pid)).toBe(true);
  expect(isRunning(`${process.pid}-1`)).toBe(false);
});

test('a process that has ended is dead', async () => {
  const child = spawn('true');
  await once(child, 'exit');
  expect(isPidAlive(child.pid ?? 0)).toBe(false);
});

test('a zombie, dead but not yet collected by its parent, is dead', async () => {
  // The shell has become a program that never collects its children by the time that this one ends.
  const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => {
    parent.kill('SIGKILL');
  });
  const [line] = await once(createInterface(parent.stdout), 'line');
  await vi.waitFor(() => expect(isPidAlive(Number(line))).toBe(false));
  expect(() => process.kill(Number(line), 0)).not.toThrow();
});

test('nonsense in place of a process number is no process', () => {
  for (const pid of [0, -1, Number.NaN, 1.5]) expect(isPidAlive(pid)).toBe(false);
});

test('a living process that is not PostgreSQL is no server of a folder', () => {
  expect(isPostmaster(process.pid, '/')).toBe(false);
});
