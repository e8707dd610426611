import { randomBytes } from 'node:crypto';
import { loadSecret } from '@/db/accounts/secret.ts';
import { env } from '@/lib/env.ts';
import { NONCE_BYTES, seal, toSealingKey, unseal } from '@/lib/privacy/seal.ts';

/** Seals a text under the secret of this installation. `place` is what it belongs to; it opens nowhere else. */
export function sealText(place: string, text: string): string {
  return seal(text, sealingKey(), place, randomBytes(NONCE_BYTES));
}

/** The text that was sealed; null where the installation has another secret by now, or somebody changed it. */
export function openSealed(place: string, sealed: string): string | null {
  return unseal(sealed, sealingKey(), place);
}

export const incidentPlace = (incidentId: string, field: string) => `incident ${incidentId} ${field}`;
export const problemPlace = (importRunId: number, seq: number) => `import ${importRunId} problem ${seq}`;
export const formDraftPlace = (userId: string, form: string) => `draft ${userId} ${form}`;

let remembered: Buffer | undefined;

function sealingKey(): Buffer {
  remembered ??= toSealingKey(loadSecret(env()));
  return remembered;
}
