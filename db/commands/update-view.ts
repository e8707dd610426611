import { and, eq } from 'drizzle-orm';
import { findView } from '@/db/queries/views.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { savedView } from '@/db/schema/views.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden, NotFound } from '@/lib/errors.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Lets a view stand for another state of its page.
 * @throws NotFound for one that is not there or not to be seen; Forbidden for somebody else's
 */
export async function updateView(
  records: RecordDatabase,
  viewer: Viewer,
  { viewId, query }: { viewId: number; query: string },
  now: Date,
): Promise<void> {
  await records.transaction(async (tx) => {
    if (!(await findView(tx, viewer, viewId))) throw new NotFound('There is no such view.');
    const changed = await tx
      .update(savedView)
      .set({ query })
      .where(and(eq(savedView.savedViewId, viewId), eq(savedView.ownerAccount, viewer.actor)))
      .returning({ viewId: savedView.savedViewId });
    if (changed.length === 0) throw new Forbidden('Only who saved a view changes it. Save your own.');
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'view_changed',
      subject: `view:${viewId}`,
      detail: {},
    });
  });
}
