import { and, eq } from 'drizzle-orm';
import { demandAccount } from '@/db/accounts/scope.ts';
import { findView, type ViewRow } from '@/db/queries/views.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { viewChoice } from '@/db/schema/views.ts';
import { whereViewChoices } from '@/db/where-kept.ts';
import type { Viewer } from '@/lib/access.ts';
import { NotFound } from '@/lib/errors.ts';
import { chooseFor } from './views/choose-for.ts';

// What somebody chooses to look at is nobody else's business: none of these is audited.

/** Remembers the view that somebody looks at, and answers with it. Throws NotFound for one that is not to be seen. */
export async function chooseView(records: RecordDatabase, viewer: Viewer, viewId: number): Promise<ViewRow> {
  return records.transaction(async (tx) => {
    const view = await findView(tx, viewer, viewId);
    if (!view) throw new NotFound('There is no such view any more.');
    await chooseFor(tx, viewer, view);
    return view;
  });
}

/** Makes a view what somebody sees first when they sign in, in the place of any other, or not any more. */
export async function chooseFirstView(
  records: RecordDatabase,
  viewer: Viewer,
  { viewId, isFirst }: { viewId: number; isFirst: boolean },
): Promise<void> {
  await records.transaction(async (tx) => {
    const view = await findView(tx, viewer, viewId);
    if (!view) throw new NotFound('There is no such view any more.');
    await chooseFor(tx, viewer, view);
    const own = eq(viewChoice.userId, demandAccount(viewer));
    await tx.update(viewChoice).set({ isFirst: false }).where(own);
    await tx
      .update(viewChoice)
      .set({ isFirst })
      .where(and(own, eq(viewChoice.page, view.page)));
  });
}

/** Forgets which view of a page somebody looked at: the page is then in no view. */
export async function leaveView(records: RecordDatabase, viewer: Viewer, page: string): Promise<void> {
  await records.delete(viewChoice).where(and(whereViewChoices(viewer), eq(viewChoice.page, page)));
}
