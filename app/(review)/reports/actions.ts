'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { askReport } from '@/db/commands/ask-report.ts';
import { removeReport } from '@/db/commands/remove-report.ts';
import { retryReport } from '@/db/commands/retry-report.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { reportCodeForm, reportForm } from '@/lib/reports/report-form.ts';

const LIST = '/reports';

/** Asks for a report; answers with what it is called. */
export const askForReport = defineAction(reportForm, 'build_reports', async (wish, viewer) => {
  const code = await askReport(await theRecord(), viewer, wish, new Date());
  revalidatePath(LIST);
  return code;
});

export const tryReportAgain = defineAction(reportCodeForm, 'build_reports', async (report, viewer) => {
  await retryReport(await theRecord(), viewer, report, new Date());
  revalidatePath(LIST, 'layout');
  return null;
});

export const removeTheReport = defineAction(reportCodeForm, 'take_out', async (report, viewer) => {
  await removeReport(await theRecord(), viewer, report, new Date());
  revalidatePath(LIST);
  return null;
});
