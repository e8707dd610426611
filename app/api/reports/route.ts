import { respond } from '@/app/_server/respond.ts';
import { reportsProgress } from '@/db/reports/kept-reports.ts';

/** How far the reports named by `of` have come, for the page that waits for them. */
export const GET = respond(
  ({ viewer, request }) => reportsProgress(viewer, new URL(request.url).searchParams.getAll('of')),
  { right: 'take_out', quota: null },
);
