import type { Records } from '@/db/facts/snapshot.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import { redact } from '@/lib/privacy/redact.ts';

/**
 * Takes what is personal out of words that are made to be passed on: whatever the workspace has chosen for its own
 * record.
 * @param known what the source calls the people of the words
 */
export async function passedOnWords(
  tx: Records,
  known: readonly string[] = [],
): Promise<(words: string) => string> {
  const { country } = await findRedaction(tx);
  return (words) => redact(words, { country, known }).text;
}
