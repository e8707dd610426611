import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Invalid } from '@/lib/errors.ts';
import { receiveUpload } from './receive-upload.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lookback-upload-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('receiving an upload', () => {
  it('writes the pieces one after the other, 3 + 3 bytes, and makes their SHA-256', async () => {
    const upload = await receiveUpload(pieces('abc', 'def'), 'cases.csv', home);
    expect(upload).toMatchObject({
      fileName: 'cases.csv',
      bytes: 6,
      sha256: 'bef57ec7f53a6d40beb640a780a639c83bc29ac8a9816f1fc6c5c6dcd93c4721',
    });
    expect(await readFile(upload.path, 'utf8')).toBe('abcdef');
  });

  it('never makes a path of the name that it was given', async () => {
    const upload = await receiveUpload(pieces('x'), '../../etc/passwd\r\nX: 1', home);
    expect(dirname(upload.path)).toBe(join(home, 'uploads'));
    expect(upload.path).not.toContain('passwd');
    expect(upload.fileName).toBe('../../etc/passwd X: 1');
  });

  it('lets nobody else on the machine read it', async () => {
    const upload = await receiveUpload(pieces('x'), 'x', home);
    expect((await stat(upload.path)).mode & 0o077).toBe(0);
  });

  it('refuses more than the most: 6 bytes where 5 are taken, and leaves nothing behind', async () => {
    const refused = receiveUpload(pieces('abc', 'def'), 'x', home, { mostBytes: 5 });
    await expect(refused).rejects.toThrow(Invalid);
    await expect(refused).rejects.toThrow('larger than 0 MB');
    expect(await readdir(join(home, 'uploads'))).toEqual([]);
  });

  it('refuses an empty file', async () => {
    await expect(receiveUpload(pieces(), 'x', home)).rejects.toThrow('The file is empty');
    expect(await readdir(join(home, 'uploads'))).toEqual([]);
  });

  it('says that a file broke off, and leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    await expect(receiveUpload(broken(), 'x', home)).rejects.toThrow('broke off on its way');
    expect(await readdir(join(home, 'uploads'))).toEqual([]);
  });

  it('removes what a crash left behind more than a day ago, and nothing younger', async () => {
    await receiveUpload(pieces('young'), 'x', home);
    const old = join(home, 'uploads', 'old');
    await writeFile(old, 'old');
    await utimes(old, new Date(0), new Date(0));
    await receiveUpload(pieces('new'), 'x', home);
    expect(await readdir(join(home, 'uploads'))).toHaveLength(2);
    await expect(stat(old)).rejects.toThrow('ENOENT');
  });
});
