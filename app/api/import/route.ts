import { randomUUID } from 'node:crypto';
import { respond } from '@/app/_server/respond.ts';
import { importTable } from '@/db/commands/import-table.ts';
import { importUpload } from '@/db/commands/import-upload.ts';
import { MOST_UPLOAD_BYTES, receiveUpload, tooLarge } from '@/db/commands/receive-upload.ts';
import { log, logDefect } from '@/db/reports/log.ts';
import { theRecord } from '@/db/reports/reading.ts';
import { TABLE_SUBJECTS } from '@/lib/analysis/import-summary.ts';
import { env } from '@/lib/env.ts';
import { Invalid } from '@/lib/errors.ts';
import { securityHeaders } from '@/lib/http/security-headers.ts';
import { isHttps } from '@/lib/http/session-cookie.ts';
import { findMapping } from '@/lib/intake/mappings.ts';

/**
 * Takes a file as the body of the request, and answers with the number of the import that began: of incidents by a
 * mapping, of contact volumes or of events. It is the one route
 * that does not pass the proxy, so it sets the headers of every answer by itself.
 */
export async function POST(request: Request, context: { params: Promise<Record<string, never>> }) {
  const answer = await take(request, context);
  const policy = { nonce: randomUUID(), https: isHttps(env()), development: false };
  for (const [name, value] of securityHeaders(policy)) answer.headers.set(name, value);
  return answer;
}

const take = respond(
  async ({ viewer, request }) => {
    const { searchParams, pathname: path } = new URL(request.url);
    const mapping = toMapping(searchParams.get('mapping'));
    if (Number(request.headers.get('content-length') ?? 0) > MOST_UPLOAD_BYTES) {
      throw tooLarge(MOST_UPLOAD_BYTES);
    }
    const upload = await receiveUpload(bytesOf(request), searchParams.get('name') ?? '', env().home);
    const { bytes, sha256 } = upload;
    log.info({ actor: viewer.actor, mapping, bytes, sha256 }, 'upload received');
    const record = await theRecord();
    const subject = TABLE_SUBJECTS.find((each) => each === mapping);
    if (subject) return { run: await importTable(record, viewer, { upload, subject }, new Date()) };
    const asked = { upload, mapping };
    const onDefect = (error: unknown) => logDefect(error, { method: request.method, path });
    const { run } = await importUpload(record, viewer, asked, onDefect);
    return { run };
  },
  { right: 'import', quota: 'import' },
);

function toMapping(id: string | null): string {
  const isTable = TABLE_SUBJECTS.some((subject) => subject === id);
  if (id !== null && (isTable || findMapping(id))) return id;
  throw new Invalid([{ field: 'mapping', message: 'Choose one of the mappings.' }]);
}

async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
