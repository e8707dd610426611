import { createHash } from 'node:crypto';

/** The namespace of every incident id. It never changes: another one would let every file in a second time. */
const NAMESPACE = Buffer.from('6b1f0c5ed1f74c0b9e8a3a54d2f6b7c1', 'hex');

/**
 * The id of an incident: UUID version 5 (RFC 9562, 5.5) of the source and the source's own id, so that the same
 * record always is the same row.
 */
export function toIncidentId(sourceId: string, externalId: string): string {
  const name = `${sourceId}\u001f${externalId}`;
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * A digest of what a row says: the same for the same cells, in whichever order the columns stand, however the file
 * is encoded and however its lines end.
 */
export function digestRow(header: readonly string[], cells: readonly string[]): string {
  const said = header.map((name, index) => `${name}\u001f${tidy(cells[index] ?? '')}`).sort();
  return createHash('sha256').update(said.join('\u001e')).digest('hex').slice(0, 32);
}

const tidy = (cell: string) => cell.replaceAll('\r\n', '\n').trim().normalize('NFC');

/** The name under which figures know a customer: 16 hexadecimal digits of a digest of the source and its reference. */
export function toPseudonym(sourceId: string, reference: string): string {
  return createHash('sha256').update(`${sourceId}\u001f${reference}`).digest('hex').slice(0, 16);
}
