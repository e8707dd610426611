import type { KeptPatternsReport } from '@/db/reports/kept-patterns.ts';
import type { ChosenThemes } from '@/db/reports/themes.ts';
import type { Panel } from '@/lib/charts/chart-model.ts';
import type { ParetoChart } from '@/lib/charts/pareto-model.ts';
import type { ScanList } from '@/lib/charts/scan-model.ts';
import type { SurvivalChart } from '@/lib/charts/survival-model.ts';
import type { TeamBars } from '@/lib/charts/team-bars-model.ts';
import type { WhiskerChart } from '@/lib/charts/whisker-model.ts';
import type { EmptyAdvice, FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import type { PatternsState } from '@/lib/filters/patterns-state.ts';

/** Recurring causes with their evidence: the frame is awaited first, then each panel streams on its own. */
export interface PatternsReport {
  frame: FrameModel;
  /** How the page stands beside its filters, also as a query. */
  state: PatternsState;
  kept: string;
  /** Whether the viewer may keep what is found. */
  mayKeep: boolean;
  heading: Promise<HeadingModel>;
  advice: Promise<EmptyAdvice | null>;
  panels: {
    scan: Promise<Panel<ScanList>>;
    pareto: Promise<Panel<ParetoChart>>;
    themes: Promise<ChosenThemes>;
    teams: Promise<Panel<TeamBars>>;
    returns: Promise<Panel<SurvivalChart>>;
    repeats: Promise<Panel<WhiskerChart>>;
    followups: Promise<Panel<WhiskerChart>>;
  };
  /** What is under watch already, and how it stands now. */
  watched: Promise<KeptPatternsReport>;
}

export const PATTERNS_PANELS = [
  'scan',
  'pareto',
  'themes',
  'teams',
  'returns',
  'repeats',
  'followups',
] as const;
export type PatternsPanelId = (typeof PATTERNS_PANELS)[number];
