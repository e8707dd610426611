import { panelFile, readFormat } from '@/app/_server/panel-file.ts';
import { respond } from '@/app/_server/respond.ts';
import { SKILL_PANELS, skillsPanel } from '@/db/reports/skills.ts';
import { NotFound } from '@/lib/errors.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';

/** One panel about skills as a file: `format` is csv, ndjson, svg or png; the other parameters are the filters. */
export const GET = respond<{ panel: string }>(
  async ({ viewer, request, params }) => {
    const id = SKILL_PANELS.find((each) => each === params.panel);
    if (!id) throw new NotFound(`Skills have no panel named ${params.panel}.`);
    const asked = new URL(request.url).searchParams;
    const format = readFormat(asked);
    const { filters, state } = parseSkills(asked, ['format']);
    return panelFile(viewer, id, await skillsPanel(viewer, filters, id, { state }), format);
  },
  { right: 'see_skills', quota: 'report' },
);
