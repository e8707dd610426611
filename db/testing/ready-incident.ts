import type { ReadyIncident } from '@/db/commands/incidents/incident-write.ts';
import { hashContent } from '@/lib/intake/content-hash.ts';
import { type DraftInput, incidentDraft, type SourceRow } from '@/lib/intake/incident-draft.ts';
import { toIncidentId } from '@/lib/intake/incident-id.ts';

/** An incident on its way into the record, of 1 January 2024 at 9 o’clock. */
export function readyIncident(
  externalId: string,
  said: Partial<DraftInput> = {},
  rows: readonly SourceRow[] = [],
): ReadyIncident {
  const draft = incidentDraft.parse({
    source: { id: 'desk', label: 'Desk' },
    externalId,
    kind: 'incident',
    occurred: { at: Date.UTC(2024, 0, 1, 9), precision: 'minute', basis: 'occurred' },
    ...said,
  });
  return { incidentId: toIncidentId('desk', externalId), draft, rows, contentHash: hashContent(draft, rows) };
}
