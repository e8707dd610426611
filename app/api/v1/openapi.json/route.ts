import { respond } from '@/app/_server/respond.ts';
import { env } from '@/lib/env.ts';
import { openApiDocument } from '@/lib/openapi/document.ts';

/** What programs may ask, as an OpenAPI 3.1 document. */
export const GET = respond(async ({ request }) => openApiDocument(env().url ?? new URL(request.url).origin), {
  right: null,
  quota: null,
  keyOnly: false,
});
