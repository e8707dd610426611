import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipPart } from './zip-parts.ts';

/** A part whose content is made while it is written. */
export interface MadePart {
  name: string;
  content: AsyncIterable<Uint8Array>;
}

const VERSION = 20;
/** Names are UTF-8; sizes follow the content, since they are not known before it. */
const UTF8 = 0x800;
const SIZES_FOLLOW = 0x8;
/** 1 January 1980, the first day that the format knows: the same figures give the same file. */
const DAY = 0x21;
const MOST = 0xffff_ffff;
const FAST = 3;

/** An archive in pieces, of parts that are there already and parts that are made meanwhile. Source: PKWARE APPNOTE 4.3. */
export async function* zipStream(parts: readonly (ZipPart | MadePart)[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const from = offset;
    const flags = 'content' in part ? UTF8 | SIZES_FOLLOW : UTF8;
    const count = (piece: Uint8Array) => {
      offset += piece.length;
      if (offset > MOST)
        throw new RangeError('these rows are more than an XLSX file can hold; take them as CSV');
      return piece;
    };
    const known = 'content' in part ? { method: 8, crc: 0, packedSize: 0, size: 0 } : sizesOf(part);
    yield count(Buffer.concat([localHead(flags, known, part.name), Buffer.from(part.name)]));
    if ('content' in part) {
      const written = { ...known };
      for await (const piece of deflate(part.content, written)) {
        written.packedSize += piece.length;
        yield count(piece);
      }
      yield count(sizesAfter(written));
      directory.push(entry(flags, written, part.name, from));
    } else {
      yield count(part.packed);
      directory.push(entry(flags, known, part.name, from));
    }
  }
  const list = Buffer.concat(directory);
  yield list;
  yield ending(parts.length, list.length, offset);
}

interface Sizes {
  method: number;
  crc: number;
  packedSize: number;
  size: number;
}

function sizesOf({ method, crc, packed, size }: ZipPart): Sizes {
  return { method, crc, packedSize: packed.length, size };
}

/** The content deflated; its checksum and size are written down as it passes. */
function deflate(content: AsyncIterable<Uint8Array>, written: Sizes): AsyncIterable<Buffer> {
  async function* counted() {
    for await (const piece of content) {
      written.crc = crc32(piece, written.crc);
      written.size += piece.length;
      yield piece;
    }
  }
  const packer = createDeflateRaw({ level: FAST });
  // An error of the rows arrives where the packer is read.
  pipeline(Readable.from(counted()), packer, () => {});
  return packer;
}

function localHead(flags: number, sizes: Sizes, name: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  fill(head, 6, flags, sizes, name);
  return head;
}

function fill(
  head: Buffer,
  at: number,
  flags: number,
  { method, crc, packedSize, size }: Sizes,
  name: string,
) {
  head.writeUInt16LE(flags, at);
  head.writeUInt16LE(method, at + 2);
  head.writeUInt16LE(DAY, at + 6);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(packedSize, at + 12);
  head.writeUInt32LE(size, at + 16);
  head.writeUInt16LE(Buffer.byteLength(name), at + 20);
}

function sizesAfter({ crc, packedSize, size }: Sizes): Buffer {
  const after = Buffer.alloc(16);
  [0x08074b50, crc, packedSize, size].forEach((value, index) => {
    after.writeUInt32LE(value, 4 * index);
  });
  return after;
}

function entry(flags: number, sizes: Sizes, name: string, from: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  fill(head, 8, flags, sizes, name);
  head.writeUInt32LE(from, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

function ending(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
