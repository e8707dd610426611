import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** The key under which originals are sealed: derived from the secret of the installation, and used for nothing else. */
export function toSealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'lookback: originals of redacted text', 32));
}

export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Seals a text so that it can be neither read nor changed without the key, nor put into another place.
 * @param place what it belongs to, such as the incident and the field
 * @param nonce twelve bytes that have never been used with this key
 * @returns base64 of nonce, tag and the sealed text
 */
export function seal(text: string, key: Buffer, place: string, nonce: Buffer): string {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The text that was sealed; null where the key or the place is another, or something was changed. */
export function unseal(sealed: string, key: Buffer, place: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
