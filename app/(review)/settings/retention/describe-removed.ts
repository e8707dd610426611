import { formatCount, formatList } from '@/lib/charts/format.ts';
import { RETENTION_KINDS, RETENTION_LABELS, type Removed } from '@/lib/privacy/retention.ts';

/** "412 words of incidents and 3 sealed originals are gone." */
export function describeRemoved(removed: Removed): string {
  const parts = RETENTION_KINDS.flatMap((kind) => {
    const count = removed[kind] ?? 0;
    return count === 0 ? [] : [`${RETENTION_LABELS[kind].toLowerCase()} ${formatCount(count)}`];
  });
  return parts.length === 0 ? 'nothing was too old.' : `removed were ${formatList(parts)}.`;
}
