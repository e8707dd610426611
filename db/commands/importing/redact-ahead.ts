import { findExisting } from '@/db/commands/incidents/find-existing.ts';
import { giveWay } from '@/db/commands/incidents/give-way.ts';
import { redactReady } from '@/db/commands/incidents/redact-write.ts';
import { findRedaction } from '@/db/queries/redaction.ts';
import type { Batch } from './batches.ts';
import type { ImportRun } from './run-import.ts';

const AT_ONCE = 10;

/**
 * The same batches, with what their words become worked out, so that no transaction has to wait for it. What the
 * record has already as it is gets none of that. Should the settings change meanwhile, it is worked out again.
 */
export async function* redactAhead(
  records: ImportRun['records'],
  batches: AsyncIterable<Batch>,
): AsyncGenerator<Batch, void> {
  for await (const batch of batches) {
    const { mode, country } = await findRedaction(records);
    const ids = batch.ready.map(({ incidentId }) => incidentId);
    const existing = mode === 'off' ? null : await findExisting(records, ids);
    for (const [index, one] of batch.ready.entries()) {
      if (!existing || existing.get(one.incidentId)?.contentHash === one.contentHash) continue;
      redactReady(one, country);
      if (index % AT_ONCE === 0) await giveWay();
    }
    yield batch;
  }
}
