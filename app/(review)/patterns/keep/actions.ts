'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/action.ts';
import { keepPattern } from '@/db/commands/keep-pattern.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { keepForm } from '@/lib/patterns/pattern-forms.ts';

/** Keeps a finding as a pattern, and goes to its page. */
export const keepAsPattern = defineAction(keepForm, 'keep_patterns', async ({ query, ...entry }, viewer) => {
  const filters = parseFilters(new URLSearchParams(query));
  const patternId = await keepPattern(await theRecord(), viewer, filters, entry, new Date());
  revalidatePath('/patterns', 'layout');
  return redirect(`/patterns/${patternId}`);
});
