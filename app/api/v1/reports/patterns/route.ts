import { respond } from '@/app/_server/respond.ts';
import { patternsReport } from '@/db/reports/patterns.ts';
import { toPatternsAnswer } from '@/db/reports/patterns-answer.ts';
import { parsePatterns } from '@/lib/filters/patterns-state.ts';

/** The report of patterns as JSON, with the same parameters in the query as the page has. */
export const GET = respond(
  async ({ viewer, request }) => {
    const { filters, state } = parsePatterns(new URL(request.url).searchParams);
    return toPatternsAnswer(await patternsReport(viewer, filters, { state }));
  },
  { right: 'see_reports', quota: 'report', keyOnly: true },
);
