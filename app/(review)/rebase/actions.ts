'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { rebaseSeries } from '@/db/commands/rebase-series.ts';
import { undoRebase } from '@/db/commands/undo-rebase.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { chartRebaseForm, undoRebaseForm } from '@/lib/measures/rebase-form.ts';

/** Lets the limits of a chart begin anew on a day, for a reason. */
export const rebaseChart = defineAction(
  chartRebaseForm,
  'rebase_series',
  async ({ query, ...entry }, viewer) => {
    const { filters } = parseOverview(new URLSearchParams(query));
    await rebaseSeries(await theRecord(), viewer, filters, entry, new Date());
    revalidatePath('/');
    return null;
  },
);

/** Takes that back. */
export const undoChartRebase = defineAction(undoRebaseForm, 'rebase_series', async ({ rebaseId }, viewer) => {
  await undoRebase(await theRecord(), viewer, rebaseId, new Date());
  revalidatePath('/');
  return null;
});
