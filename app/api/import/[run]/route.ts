import { respond } from '@/app/_server/respond.ts';
import { importProgress } from '@/db/reports/imports.ts';
import { toRunNumber } from '@/lib/intake/run-number.ts';

/** How far an import has come, for the page that waits for its end. */
export const GET = respond<{ run: string }>(
  ({ viewer, params }) => importProgress(viewer, toRunNumber(params.run)),
  {
    right: 'import',
    quota: null,
  },
);
