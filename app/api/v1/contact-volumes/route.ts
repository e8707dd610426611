import { respond } from '@/app/_server/respond.ts';
import { recordVolumes } from '@/db/commands/record-volumes.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { Invalid } from '@/lib/errors.ts';
import { parseVolumeRequest } from '@/lib/intake/volume-request.ts';

/**
 * Takes up to 10,000 contact volumes as `{"rows": [{"day", "team", "channel", "contacts"}, …]}` and answers what became
 * of each, in their order. Sending the same again changes nothing.
 */
export const POST = respond(
  async ({ viewer, request }) => {
    const rows = parseVolumeRequest(await jsonOf(request));
    return recordVolumes(await theRecord(), viewer, rows, new Date());
  },
  { right: 'import', keyOnly: true },
);

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Invalid([{ field: '', message: 'The body is not JSON.' }]);
  }
}
