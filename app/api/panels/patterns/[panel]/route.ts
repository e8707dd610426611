import { panelFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { patternsPanel } from '@/db/reports/patterns.ts';
import { PATTERNS_PANELS } from '@/db/reports/patterns-types.ts';
import { NotFound } from '@/lib/errors.ts';
import { parsePatterns } from '@/lib/filters/patterns-state.ts';

/** One panel of the page of patterns as a file: `format` is csv, ndjson, svg or png; the other parameters are the page's own. */
export const GET = respond<{ panel: string }>(
  async ({ viewer, request, params }) => {
    const id = PATTERNS_PANELS.find((each) => each === params.panel);
    if (!id) throw new NotFound(`The page of patterns has no panel named ${params.panel}.`);
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked);
    const { filters, state } = parsePatterns(asked, ['format']);
    return panelFile(viewer, id, await patternsPanel(viewer, filters, id, { state }), format);
  },
  { right: 'see_reports', quota: 'report' },
);
