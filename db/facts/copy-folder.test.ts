import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownMark } from '@/db/embedded/processes.ts';
import { makeCopy } from './copy.ts';
import { makeCopyFolder, removeAbandonedFolders } from './copy-folder.ts';

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'lookback-temporary-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

test('the folder of a process that runs stays, and that of one that was killed goes with what is in it', () => {
  const own = makeCopyFolder(temporary);
  const left = own.replace(ownMark(), '999999999-12345');
  mkdirSync(join(left, 'spilled'), { recursive: true });
  removeAbandonedFolders(temporary);
  expect([existsSync(own), existsSync(left)]).toEqual([true, false]);
});

test('another machine and another program are left alone: their processes cannot be seen from here', () => {
  const names = [
    'lookback-facts-999999999-1@elsewhere-abc123',
    'lookback-facts-1',
    'other-999999999-1@here-abc123',
  ];
  for (const name of names) mkdirSync(join(temporary, name));
  removeAbandonedFolders(temporary);
  expect(readdirSync(temporary).toSorted()).toEqual(names.toSorted());
});

test('a copy that cannot be made leaves no folder', async () => {
  const ownFolders = () =>
    readdirSync(tmpdir()).filter(
      (name) => name.startsWith(`lookback-facts-${ownMark()}@`) && name.includes(hostname()),
    );
  const before = ownFolders();
  const broken = () =>
    (async function* () {
      yield 'not\ta\trow\n';
    })();
  await expect(makeCopy(1, broken)).rejects.toThrow();
  expect(ownFolders()).toEqual(before);
});
