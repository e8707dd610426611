import { panelFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { overviewPanel } from '@/db/reports/overview.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';

/** One panel of the overview as a file: `format` is csv, ndjson, svg or png; the other parameters are the filters. */
export const GET = respond<{ panel: string }>(
  async ({ viewer, request, params }) => {
    const id = OVERVIEW_PANELS.find((each) => each === params.panel);
    if (!id) throw new NotFound(`The overview has no panel named ${params.panel}.`);
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked);
    const { filters, state } = parseOverview(asked, ['format']);
    return panelFile(viewer, id, await overviewPanel(viewer, filters, id, { state }), format);
  },
  { right: 'see_reports', quota: 'report' },
);
