import { toFrameAnswer, toPanelAnswer } from '@/db/reports/panel-answer.ts';
import { OVERVIEW_PANELS, type OverviewReport } from '@/db/reports/report-types.ts';
import type { MeasureCard, Panel, Picture } from '@/lib/charts/chart-model.ts';

/**
 * The overview as the API answers it: the filters as understood and what was ignored, absolute dates (first and last
 * day, both included), the moment of the figures with the version of the copy they were read from, and each panel's rows by column.
 */
export async function toOverviewAnswer(report: OverviewReport) {
  const { frame } = report;
  const [heading, cards, ...panels] = await Promise.all([
    report.heading,
    report.cards,
    ...OVERVIEW_PANELS.map((id): Promise<Panel<Picture>> => report.panels[id]),
  ]);
  return {
    ...toFrameAnswer(frame, heading),
    measures: cards.map(toMeasureAnswer),
    panels: Object.fromEntries(
      OVERVIEW_PANELS.map((id, index) => [id, panels[index] && toPanelAnswer(panels[index])]),
    ),
  };
}

function toMeasureAnswer(card: MeasureCard) {
  const {
    measure,
    label,
    numerator,
    denominator,
    incidents,
    leftOut,
    value,
    unit,
    verdict,
    comparison,
    definition,
  } = card;
  return {
    measure,
    label,
    numerator,
    denominator,
    incidents,
    leftOut,
    value,
    unit: unit.trim(),
    verdict,
    comparison,
    definition: definition.text,
  };
}
