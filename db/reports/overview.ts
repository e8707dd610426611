import { closeAfter, frameOf, named, onlyAnswer } from '@/db/reports/answering.ts';
import { adviseOnEmpty, askHeading } from '@/db/reports/heading.ts';
import { judgingOf } from '@/db/reports/judging.ts';
import { ASK_OVERVIEW, askCard } from '@/db/reports/overview-panels.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { askRebasing } from '@/db/reports/rebasing.ts';
import type { OverviewPanelId, OverviewReport } from '@/db/reports/report-types.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { rulesSentence } from '@/lib/charts/method-words.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { DEFAULT_OVERVIEW, type OverviewState, toOverviewParams } from '@/lib/filters/overview-state.ts';
import { MEASURE_IDS } from '@/lib/measures/measure-ids.ts';
import { RULE_SETS } from '@/lib/statistics/rules.ts';

/**
 * The overview: what page, API and exports all show. Every question is asked of one snapshot, which is closed when
 * the last answer is in; the page can stream each panel as it comes. `now` stands in for the clock in tests.
 */
export async function overviewReport(
  viewer: Viewer,
  filters: Filters,
  options: OverviewOptions = {},
): Promise<OverviewReport> {
  const { onCards, state, charted, reading, frame } = await openOverview(viewer, filters, options);
  const begin = options.after?.();
  const ask = <A>(one: () => Promise<A>) => named(begin ? begin.then(one) : one());
  const heading = ask(() => askHeading(reading));
  const shown = state.all ? [...new Set([...onCards, ...MEASURE_IDS])] : onCards;
  const asked = { charted, split: state.split };
  const cards = ask(() => Promise.all(shown.map((measure) => askCard(reading, measure))));
  const panels = {
    series: ask(() => ASK_OVERVIEW.series(reading, asked)),
    triggers: ask(() => ASK_OVERVIEW.triggers(reading)),
    changed: ask(() => ASK_OVERVIEW.changed(reading, asked)),
    outcomes: ask(() => ASK_OVERVIEW.outcomes(reading)),
    hours: ask(() => ASK_OVERVIEW.hours(reading)),
    flow: ask(() => ASK_OVERVIEW.flow(reading)),
  };
  // It takes longer than each of the others, and would hold up those that are looked at first.
  const askSignals = () => ASK_OVERVIEW.signals(reading);
  const signals = named(cards.then(askSignals, askSignals));
  const report = {
    frame,
    state,
    kept: toOverviewParams(state),
    mayReview: may(viewer, 'improve'),
    charted,
    rules: ask(() => rulesOf(reading)),
    rebasing: ask(() => askRebasing(reading, charted)),
    heading,
    advice: named(heading.then(({ shown }) => adviseOnEmpty(reading, shown))),
    cards,
    panels: { ...panels, signals },
  };
  closeAfter(reading, [
    report.rules,
    report.rebasing,
    report.heading,
    report.advice,
    report.cards,
    ...Object.values(report.panels),
  ]);
  return report;
}

/** One panel of the overview by itself, with the frame that it stands in: what files are made from. */
export async function overviewPanel(
  viewer: Viewer,
  filters: Filters,
  id: OverviewPanelId,
  options: OverviewOptions = {},
): Promise<{ frame: FrameModel; panel: Panel<Picture> }> {
  const { state, charted, reading, frame } = await openOverview(viewer, filters, options);
  const ask = (): Promise<Panel<Picture>> => ASK_OVERVIEW[id](reading, { charted, split: state.split });
  return { frame, panel: await onlyAnswer(reading, ask) };
}

interface OverviewOptions {
  record?: RecordDatabase;
  now?: number;
  state?: OverviewState;
  /** Asked for when the reading is open; no figure is counted before it is over, so that the frame can go first. */
  after?: () => Promise<void>;
}

async function openOverview(
  viewer: Viewer,
  filters: Filters,
  { record: given, now, state = DEFAULT_OVERVIEW }: OverviewOptions,
) {
  demand(viewer, 'see_reports');
  const record = given ?? (await theRecord());
  const opened = await openReading(record, viewer, filters, now);
  const onCards = opened.settings.cardMeasures;
  const charted = state.chart ?? onCards[0] ?? 'incidents';
  const drawAs = state.kind && { measure: charted, kind: state.kind };
  const reading = { ...opened, drawAs };
  return { onCards, state, charted, reading, frame: await frameOf(reading) };
}

/** The rules by which everything here is judged, in a sentence. */
async function rulesOf(reading: Reading): Promise<string> {
  const { rules = RULE_SETS.nhs } = (await judgingOf(reading))('incidents').judging;
  return rulesSentence(rules);
}
