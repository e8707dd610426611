import { createHash } from 'node:crypto';
import type { Pack } from '../packs/pack.ts';

/**
 * A fingerprint of the figures of a pack: what is counted, in which rows and columns. Words around them, and when it was
 * made, do not count, so that two packs with the same figures have the same one.
 */
export function figuresOfPack({ panels, shown }: Pack): string {
  const figures = panels.map(({ id, table }) => [
    id,
    table.columns.map((column) => column.id),
    table.rows.map(({ cells }) => cells),
    table.total,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([shown, figures]))
    .digest('hex');
}
