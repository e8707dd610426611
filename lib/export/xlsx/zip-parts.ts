import { inflateRawSync } from 'node:zlib';

/** A part of a ZIP archive as it lies there. */
export interface ZipPart {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  crc: number;
  packed: Uint8Array;
  size: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** The parts of an archive that we made ourselves a moment ago, by its directory. Source: PKWARE APPNOTE 4.3. */
export function zipParts(archive: Uint8Array): ZipPart[] {
  const view = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = view.length - END_LENGTH;
  while (end >= 0 && view.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new RangeError('this is not a ZIP archive');
  const count = view.readUInt16LE(end + 10);
  const parts: ZipPart[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let turn = 0; turn < count; turn += 1) {
    const nameLength = view.readUInt16LE(at + 28);
    const local = view.readUInt32LE(at + 42);
    const from = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    parts.push({
      name: view.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.subarray(from, from + view.readUInt32LE(at + 20)),
      size: view.readUInt32LE(at + 24),
    });
    at += ENTRY_LENGTH + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return parts;
}

/** What a part holds, as text. */
export function partText({ method, packed }: ZipPart): string {
  return Buffer.from(method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}
