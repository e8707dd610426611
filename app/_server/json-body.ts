import 'server-only';
import { Invalid } from '@/lib/errors.ts';

/** Requests pass through a buffer that cuts them there: a longer one would arrive as something else than was sent. */
const MOST_BYTES = 10 * 1000 * 1000;

/** The body of a request of the API. Throws Invalid when it is no JSON, or too long to have come whole. */
export async function jsonBody(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > MOST_BYTES) throw tooLong();
  const text = await request.text();
  if (Buffer.byteLength(text) > MOST_BYTES) throw tooLong();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Invalid([{ field: '', message: 'The body is not JSON.' }]);
  }
}

const tooLong = () =>
  new Invalid([{ field: '', message: 'The body is longer than 10 MB. Send fewer rows at a time.' }]);
