import type { Records } from '@/db/facts/snapshot.ts';
import { viewChoice } from '@/db/schema/views.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';

/** Remembers which view of a page somebody looks at. Whether it comes first stays as it was. */
export async function chooseFor(
  tx: Records,
  viewer: Viewer,
  { page, viewId }: { page: string; viewId: number },
): Promise<void> {
  const choice = { userId: accountOf(viewer), page, savedViewId: viewId };
  await tx
    .insert(viewChoice)
    .values(choice)
    .onConflictDoUpdate({ target: [viewChoice.userId, viewChoice.page], set: { savedViewId: viewId } });
}

/** The account of a viewer. Throws Forbidden for a key, which has no views. */
export function accountOf({ actor }: Viewer): string {
  const account = /^account:(.+)$/.exec(actor)?.[1];
  if (!account) throw new Forbidden('A key has no views.');
  return account;
}
