import { closeAfter, frameOf, named, onlyAnswer } from '@/db/reports/answering.ts';
import { adviseOnEmpty, askHeading } from '@/db/reports/heading.ts';
import { keptPatternsReport } from '@/db/reports/kept-patterns.ts';
import { ASK_PATTERNS } from '@/db/reports/patterns-panels.ts';
import type { PatternsPanelId, PatternsReport } from '@/db/reports/patterns-types.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { demand, may, type Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import type { Filters, Ignored } from '@/lib/filters/filters.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { DEFAULT_PATTERNS, type PatternsState, toPatternsParams } from '@/lib/filters/patterns-state.ts';
import { toIgnored } from '@/lib/filters/search-params.ts';

/**
 * Recurring causes with their evidence: what page, API and exports all show, of one snapshot, which is closed when the
 * last answer is in. `now` stands in for the clock in tests.
 */
export async function patternsReport(
  viewer: Viewer,
  filters: Filters,
  options: PatternsOptions = {},
): Promise<PatternsReport> {
  const { state, reading, frame } = await openPatterns(viewer, filters, options);
  const heading = named(askHeading(reading));
  const quick = {
    pareto: named(ASK_PATTERNS.pareto(reading, state)),
    returns: named(ASK_PATTERNS.returns(reading)),
    repeats: named(ASK_PATTERNS.repeats(reading, state)),
    teams: named(ASK_PATTERNS.teams(reading, state)),
    followups: named(ASK_PATTERNS.followups(reading, state)),
  };
  // Combinations of three values and tens of thousands of narratives take longer than all the rest, which would wait for them.
  const others = Promise.allSettled([heading, ...Object.values(quick)]);
  const panels = {
    ...quick,
    scan: named(others.then(() => ASK_PATTERNS.scan(reading, state))),
    themes: named(others.then(() => ASK_PATTERNS.themes(reading, state))),
  };
  const report = {
    frame,
    state,
    kept: toPatternsParams(state),
    mayKeep: may(viewer, 'keep_patterns'),
    heading,
    advice: named(heading.then(({ shown }) => adviseOnEmpty(reading, shown))),
    panels,
    watched: named(others.then(() => keptPatternsReport(viewer, options))),
  };
  closeAfter(reading, [report.heading, report.advice, ...Object.values(panels)]);
  return report;
}

/** One panel of the page by itself, with the frame that it stands in: what files are made from. */
export async function patternsPanel(
  viewer: Viewer,
  filters: Filters,
  id: PatternsPanelId,
  options: PatternsOptions = {},
): Promise<{ frame: FrameModel; panel: Panel<Picture> }> {
  const { state, reading, frame } = await openPatterns(viewer, filters, options);
  const ask = (): Promise<Panel<Picture>> => ASK_PATTERNS[id](reading, state);
  return { frame, panel: await onlyAnswer(reading, ask) };
}

interface PatternsOptions {
  record?: RecordDatabase;
  now?: number;
  state?: PatternsState;
}

async function openPatterns(
  viewer: Viewer,
  filters: Filters,
  { record: given, now, state: asIs = DEFAULT_PATTERNS }: PatternsOptions,
) {
  demand(viewer, 'see_reports');
  const reading = await openReading(given ?? (await theRecord()), viewer, filters, now);
  const frame = await frameOf(reading);
  const unknown = unknownTrigger(reading, asIs);
  return {
    reading,
    state: unknown ? { ...asIs, words: null } : asIs,
    frame: unknown ? { ...frame, ignored: [...frame.ignored, unknown] } : frame,
  };
}

/** A trigger whose words are wanted and that the workspace does not have. */
function unknownTrigger({ vocabularies }: Reading, { words }: PatternsState): Ignored | null {
  if (words === null || vocabularies.trigger.some(({ id, code }) => id === words && code > 0)) return null;
  return toIgnored('words', words, `“${words}” is not among the triggers of this workspace`);
}
