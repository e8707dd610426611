import { respond } from '@/app/_server/respond.ts';
import { SKILL_PANELS, skillsReport } from '@/db/reports/skills.ts';
import { toSkillsAnswer } from '@/db/reports/skills-answer.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';

/** What is told of skills as JSON, with the same parameters in the query as the pages have. */
export const GET = respond(
  async ({ viewer, request }) => {
    const { filters, state } = parseSkills(new URL(request.url).searchParams);
    return toSkillsAnswer(await skillsReport(viewer, filters, SKILL_PANELS, { state }));
  },
  { right: 'see_team_skills', quota: 'report', keyOnly: true },
);
