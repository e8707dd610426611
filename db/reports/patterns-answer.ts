import { toFrameAnswer, toPanelAnswer } from '@/db/reports/panel-answer.ts';
import { PATTERNS_PANELS, type PatternsReport } from '@/db/reports/patterns-types.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';

/** The page of patterns as the API answers it: what it is about, and each panel's rows by column. */
export async function toPatternsAnswer(report: PatternsReport) {
  const [heading, ...panels] = await Promise.all([
    report.heading,
    ...PATTERNS_PANELS.map((id): Promise<Panel<Picture>> => report.panels[id]),
  ]);
  return {
    ...toFrameAnswer(report.frame, heading),
    panels: Object.fromEntries(
      PATTERNS_PANELS.map((id, index) => [id, panels[index] && toPanelAnswer(panels[index])]),
    ),
  };
}
