import { respond } from '@/app/_server/respond.ts';
import { overviewReport } from '@/db/reports/overview.ts';
import { toOverviewAnswer } from '@/db/reports/overview-answer.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';

/** The overview's report as JSON, with the same filters in the query as the page has. */
export const GET = respond(
  async ({ viewer, request }) => {
    const { filters, state } = parseOverview(new URL(request.url).searchParams);
    return toOverviewAnswer(await overviewReport(viewer, filters, { state }));
  },
  { right: 'see_reports', quota: 'report', keyOnly: true },
);
