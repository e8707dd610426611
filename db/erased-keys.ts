import { loadSecret } from '@/db/accounts/secret.ts';
import { env } from '@/lib/env.ts';
import { erasedDigest, toErasureKey } from '@/lib/privacy/erased-key.ts';

/** By which an erased customer, known by the pseudonym of the time, or an erased agent is found again. */
export function erasedKeyOf(kind: 'customer' | 'agent', name: string): string {
  remembered ??= toErasureKey(loadSecret(env()));
  return erasedDigest(remembered, kind, name);
}

let remembered: Buffer | undefined;
