import { and, eq } from 'drizzle-orm';
import { findView } from '@/db/queries/views.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { savedView } from '@/db/schema/views.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Removes a view, from everybody's choices too. What it showed is not touched.
 * @throws NotFound for one that is not there or not to be seen; Forbidden for somebody else's
 */
export async function removeView(
  records: RecordDatabase,
  viewer: Viewer,
  { viewId }: { viewId: number },
  now: Date,
): Promise<void> {
  await records.transaction(async (tx) => {
    if (!(await findView(tx, viewer, viewId))) throw new NotFound('There is no such view.');
    const removed = await tx
      .delete(savedView)
      .where(and(eq(savedView.savedViewId, viewId), eq(savedView.ownerAccount, viewer.actor)))
      .returning({ viewId: savedView.savedViewId });
    if (removed.length === 0) throw new Forbidden('Only who saved a view removes it.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'view_removed',
      subject: `view:${viewId}`,
      detail: {},
    });
  });
}
