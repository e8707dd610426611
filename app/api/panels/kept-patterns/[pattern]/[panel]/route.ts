import { panelFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { keptPatternReport } from '@/db/reports/kept-pattern.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';

/** The chart or the fishbone of a kept pattern as a file: `format` is csv, ndjson, svg or png, and the period as on its page. */
export const GET = respond<{ pattern: string; panel: string }>(
  async ({ viewer, request, params }) => {
    const patternId = toRowNumber(params.pattern);
    if (patternId === null) throw new NotFound(`There is no pattern ${params.pattern}.`);
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked);
    const report = await keptPatternReport(viewer, patternId, parseFilters(asked, ['format']));
    const { frame, chart, fishbonePanel } = report;
    const panels = { chart, fishbone: fishbonePanel };
    const { panel: id } = params;
    if (id !== 'chart' && id !== 'fishbone') throw new NotFound(`A kept pattern has no panel named ${id}.`);
    return panelFile(viewer, `pattern-${patternId}-${id}`, { frame, panel: panels[id] }, format);
  },
  { right: 'see_reports', quota: 'report' },
);
