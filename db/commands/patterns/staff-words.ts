import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import { redact } from '@/lib/privacy/redact.ts';

/** Takes what is personal out of words that staff write about customers, unless the workspace has turned that off. */
export async function staffWords(tx: Records): Promise<(words: string) => string> {
  const { mode, country } = await findRedaction(tx);
  return mode === 'off' ? (words) => words : (words) => redact(words, { country }).text;
}
