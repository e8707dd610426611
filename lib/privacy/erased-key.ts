import { createHmac, hkdfSync } from 'node:crypto';

/** The key of the digests below: derived from the secret of the installation, and used for nothing else. */
export function toErasureKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'lookback: digests of erased people', 32));
}

/**
 * By which somebody who was erased is known again when a source names them. Without the key it tells nothing: neither
 * who it is, nor whether somebody is it.
 */
export function erasedDigest(key: Buffer, kind: 'customer' | 'agent', name: string): string {
  return createHmac('sha256', key).update(`${kind}\u001f${name}`).digest('hex');
}
