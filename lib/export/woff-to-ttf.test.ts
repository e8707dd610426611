import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { woffToTtf } from './woff-to-ttf.ts';

/** A WOFF file of two tables: "long", 100 bytes deflated, and "tiny", 3 bytes as they are. */
function makeWoff(): Buffer {
  const long = deflateSync(Buffer.alloc(100, 'a'));
  const tiny = Buffer.from('xyz');
  const header = Buffer.alloc(44 + 2 * 20);
  header.write('wOFF', 0, 'latin1');
  header.writeUInt32BE(0x00010000, 4);
  header.writeUInt16BE(2, 12);
  const entry = (at: number, tag: string, offset: number, stored: number, length: number) => {
    header.write(tag, at, 'latin1');
    header.writeUInt32BE(offset, at + 4);
    header.writeUInt32BE(stored, at + 8);
    header.writeUInt32BE(length, at + 12);
    header.writeUInt32BE(7, at + 16);
  };
  entry(44, 'long', header.length, long.length, 100);
  entry(64, 'tiny', header.length + long.length, 3, 3);
  return Buffer.concat([header, long, tiny]);
}

test('two tables of 100 and 3 bytes stand behind a directory of 12 + 2 × 16 = 44 bytes, padded to 4', () => {
  const ttf = woffToTtf(makeWoff());
  expect(ttf).toHaveLength(44 + 100 + 4);
  expect(ttf.readUInt32BE(0)).toBe(0x00010000);
  expect(ttf.readUInt16BE(4)).toBe(2);
  expect(ttf.toString('latin1', 12, 16)).toBe('long');
  expect([ttf.readUInt32BE(20), ttf.readUInt32BE(24)]).toEqual([44, 100]);
  expect(ttf.toString('latin1', 44, 144)).toBe('a'.repeat(100));
  expect([ttf.readUInt32BE(36), ttf.readUInt32BE(40)]).toEqual([144, 3]);
  expect(ttf.toString('latin1', 144, 147)).toBe('xyz');
});

test('another kind of file is refused', () => {
  expect(() => woffToTtf(Buffer.from('wOF2 and so on'))).toThrow('not a WOFF 1.0 font');
});
