'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/app/_server/action.ts';
import { pauseSchedule } from '@/db/commands/pause-schedule.ts';
import { planReports } from '@/db/commands/plan-reports.ts';
import { removeSchedule } from '@/db/commands/remove-schedule.ts';
import { runSchedule } from '@/db/commands/run-schedule.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { knownSchedule, pauseForm, scheduleForm } from '@/lib/reports/schedule-form.ts';

const LIST = '/reports/schedules';

export const planTheReports = defineAction(scheduleForm, 'build_reports', async (entry, viewer) => {
  await planReports(await theRecord(), viewer, entry, new Date());
  revalidatePath(LIST);
  return null;
});

export const pauseTheSchedule = defineAction(pauseForm, 'build_reports', async (entry, viewer) => {
  await pauseSchedule(await theRecord(), viewer, entry, new Date());
  revalidatePath(LIST);
  return null;
});

export const runTheSchedule = defineAction(knownSchedule, 'build_reports', async (entry, viewer) => {
  await runSchedule(await theRecord(), viewer, entry, new Date());
  revalidatePath(LIST);
  return null;
});

export const removeTheSchedule = defineAction(knownSchedule, 'build_reports', async (entry, viewer) => {
  await removeSchedule(await theRecord(), viewer, entry, new Date());
  revalidatePath(LIST);
  return null;
});
