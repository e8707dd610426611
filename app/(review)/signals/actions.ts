'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { reviewSignal } from '@/db/commands/review-signal.ts';
import { undoSignalReview } from '@/db/commands/undo-signal-review.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { acknowledgeForm, muteForm, undoReviewForm } from '@/lib/measures/signal-review-form.ts';

/** Says that a signal was seen. */
export const acknowledgeSignal = defineAction(acknowledgeForm, 'improve', async ({ key, query }, viewer) => {
  const { filters } = parseOverview(new URLSearchParams(query));
  await reviewSignal(await theRecord(), viewer, filters, { kind: 'acknowledged', key }, new Date());
  revalidatePath('/');
  return null;
});

/** Leaves a series out of the signals, for a reason. */
export const muteSeries = defineAction(muteForm, 'improve', async ({ query, ...muted }, viewer) => {
  const { filters } = parseOverview(new URLSearchParams(query));
  await reviewSignal(await theRecord(), viewer, filters, { kind: 'muted', ...muted }, new Date());
  revalidatePath('/');
  return null;
});

/** Takes either back. */
export const undoReview = defineAction(undoReviewForm, 'improve', async ({ signalReviewId }, viewer) => {
  await undoSignalReview(await theRecord(), viewer, signalReviewId, new Date());
  revalidatePath('/');
  return null;
});
