import { toFrameAnswer, toPanelAnswer } from '@/db/reports/panel-answer.ts';
import { SKILL_PANELS, type SkillsReport } from '@/db/reports/skills.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';

/** The pages of skills as the API answers them: what they are about, and the rows of each panel that may be seen. */
export async function toSkillsAnswer(report: SkillsReport) {
  const [heading, ...panels] = await Promise.all([
    report.heading,
    ...SKILL_PANELS.map((id): Promise<Panel<Picture>> | null => report.panels[id]),
  ]);
  const seen = SKILL_PANELS.flatMap((id, index) => {
    const panel = panels[index];
    return panel ? [[id, toPanelAnswer(panel)]] : [];
  });
  return { ...toFrameAnswer(report.frame, heading), panels: Object.fromEntries(seen) };
}
