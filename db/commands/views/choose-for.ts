import { demandAccount } from '@/db/accounts/scope.ts';
import type { Records } from '@/db/facts/snapshot.ts';
import { viewChoice } from '@/db/schema/views.ts';
import type { Viewer } from '@/lib/access.ts';

/** Remembers which view of a page somebody looks at. Whether it comes first stays as it was. */
export async function chooseFor(
  tx: Records,
  viewer: Viewer,
  { page, viewId }: { page: string; viewId: number },
): Promise<void> {
  const choice = { userId: demandAccount(viewer), page, savedViewId: viewId };
  await tx
    .insert(viewChoice)
    .values(choice)
    .onConflictDoUpdate({ target: [viewChoice.userId, viewChoice.page], set: { savedViewId: viewId } });
}
