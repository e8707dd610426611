import { createHash } from 'node:crypto';
import type { IncidentDraft, SourceRow } from './incident-draft.ts';

/**
 * A digest of what a source says of one incident: what was understood and the rows as they came, without their
 * lines and their order, so that the same rows in another order are the same content.
 */
export function hashContent(draft: IncidentDraft, rows: readonly SourceRow[]): string {
  const said = rows.map(({ fields }) => JSON.stringify(fields)).sort();
  return createHash('sha256').update(JSON.stringify(draft)).update(said.join('\n')).digest('hex');
}
