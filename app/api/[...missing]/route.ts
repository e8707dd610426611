import { respond } from '@/app/_server/respond.ts';
import { NotFound } from '@/lib/errors.ts';

/** Programs are answered in JSON, also where there is nothing. */
const answer = respond<{ missing: string[] }>(
  async () => {
    throw new NotFound('There is nothing at this address.');
  },
  { right: null, quota: null },
);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
