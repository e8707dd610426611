import { jsonBody } from '@/app/_server/json-body.ts';
import { respond } from '@/app/_server/respond.ts';
import { recordIncidents } from '@/db/commands/record-incidents.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Invalid } from '@/lib/errors.ts';
import { parseIncidentRequests } from '@/lib/intake/incident-request.ts';

/**
 * Takes one incident, or up to 1,000 as `{"incidents": […]}`, and answers what became of each, in their order. Sending
 * the same again changes nothing. A single incident that cannot be taken is refused as a whole.
 */
export const POST = respond(
  async ({ viewer, request }) => {
    const { rows, isSingle } = parseIncidentRequests(await jsonBody(request));
    const answer = await recordIncidents(await theRecord(), viewer, rows, new Date());
    const [only] = answer.rows;
    if (isSingle && only?.outcome === 'rejected') throw new Invalid(only.problems);
    return answer;
  },
  { right: 'import', quota: 'import', keyOnly: true },
);
