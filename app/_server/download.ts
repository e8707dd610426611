import 'server-only';
import type { OutgoingFile } from '@/db/reports/incidents-file.ts';

/** A file to be saved, sent as it is made: nothing is made that nobody takes. */
export function download({ name, contentType, pieces }: OutgoingFile): Response {
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
