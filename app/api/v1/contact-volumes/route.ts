import { jsonBody } from '@/app/_server/json-body.ts';
import { respond } from '@/app/_server/respond.ts';
import { recordVolumes } from '@/db/commands/record-volumes.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { parseVolumeRequest } from '@/lib/intake/volume-request.ts';

/**
 * Takes up to 10,000 contact volumes as `{"rows": [{"day", "team", "channel", "contacts"}, …]}` and answers what became
 * of each, in their order. Sending the same again changes nothing.
 */
export const POST = respond(
  async ({ viewer, request }) => {
    const rows = parseVolumeRequest(await jsonBody(request));
    return recordVolumes(await theRecord(), viewer, rows, new Date());
  },
  { right: 'import', quota: 'import', keyOnly: true },
);
