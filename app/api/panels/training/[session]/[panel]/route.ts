import { panelFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { sessionReport } from '@/db/reports/training-session.ts';
import { NotFound } from '@/lib/errors.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';

/** One panel of the effect of a training session as a file: `format` is csv, ndjson, svg or png. */
export const GET = respond<{ session: string; panel: string }>(
  async ({ viewer, request, params }) => {
    const sessionId = toRowNumber(params.session);
    if (sessionId === null) throw new NotFound(`There is no session ${params.session}.`);
    const format = readFormat(new URL(request.url).searchParams);
    const { effect, frame } = await sessionReport(viewer, sessionId);
    if (typeof effect === 'string') throw new NotFound('There is nothing to tell of this session.');
    const { shares, changes, charts } = effect;
    const panels = new Map(Object.entries({ shares, changes, ...charts }));
    const panel = panels.get(params.panel);
    if (!panel) throw new NotFound(`A session has no panel named ${params.panel}.`);
    return panelFile(viewer, `session-${sessionId}-${params.panel}`, { frame, panel }, format);
  },
  { right: 'see_training', quota: 'report' },
);
