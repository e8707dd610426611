import type { RecordDatabase } from '@/db/reports/reading.ts';
import { savedView } from '@/db/schema/views.ts';
import { demand, type Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import type { Sharing, ViewEntry } from '@/lib/views/view-forms.ts';
import { RIGHT_OF_PAGE } from '@/lib/views/view-pages.ts';
import { chooseFor } from './views/choose-for.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Gives the state of a page a name, for oneself, a team in scope or, by whoever sees all teams, everybody; from then on
 * it is the view in use. Answers with its number.
 * @throws Forbidden without a right to the page, or for a team out of scope
 */
export async function saveView(
  records: RecordDatabase,
  viewer: Viewer,
  { page, query, name, sharing }: ViewEntry,
  now: Date,
): Promise<number> {
  demand(viewer, RIGHT_OF_PAGE[page]);
  if (!mayShare(viewer, sharing)) throw new Forbidden('You may share a view with your own teams only.');
  return records.transaction(async (tx) => {
    const [row] = await tx
      .insert(savedView)
      .values({ name, page, query, ownerAccount: viewer.actor, ...sharing, madeAt: now })
      .returning({ viewId: savedView.savedViewId });
    if (!row) throw new Error('the record gave no number to the view');
    await chooseFor(tx, viewer, { page, viewId: row.viewId });
    await writeAudit(tx, {
      at: now,
      actor: viewer.actor,
      action: 'view_saved',
      subject: `view:${row.viewId}`,
      detail: { page, scope: sharing.scope, team: sharing.teamId },
    });
    return row.viewId;
  });
}

function mayShare({ teams }: Viewer, { scope, teamId }: Sharing): boolean {
  if (scope === 'mine' || teams === 'all') return true;
  return scope === 'team' && teams.includes(teamId);
}
