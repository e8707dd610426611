import { inflateSync } from 'node:zlib';

/**
 * A font in the form that programs outside of browsers read: the tables of a WOFF 1.0 file, inflated and laid out
 * as TrueType (or OpenType, as they were). Source: W3C, WOFF File Format 1.0. Throws a SyntaxError for anything that
 * is not WOFF 1.0.
 */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.length < HEADER || woff.toString('latin1', 0, 4) !== 'wOFF')
    throw new SyntaxError('this is not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => readTable(woff, HEADER + index * ENTRY));
  const directory = Buffer.alloc(12 + 16 * count);
  const largestPower = 2 ** Math.floor(Math.log2(count));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * largestPower, 6);
  directory.writeUInt16BE(Math.log2(largestPower), 8);
  directory.writeUInt16BE(16 * (count - largestPower), 10);

  let offset = directory.length;
  const parts = tables.map(({ tag, checksum, content }, index) => {
    const at = 12 + 16 * index;
    directory.writeUInt32BE(tag, at);
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(content.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...parts]);
}

const HEADER = 44;
const ENTRY = 20;

function readTable(woff: Buffer, at: number) {
  const [offset, stored, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
  if (offset === undefined || stored === undefined || length === undefined)
    throw new SyntaxError('this font is cut off');
  const kept = woff.subarray(offset, offset + stored);
  return {
    tag: woff.readUInt32BE(at),
    checksum: woff.readUInt32BE(at + 16),
    content: stored < length ? inflateSync(kept) : kept,
  };
}
