import { ChartChoice } from '@/app/_ui/charts/chart-choice.tsx';
import { ControlPicture } from '@/app/_ui/charts/control-picture.tsx';
import { FlowPanelPicture } from '@/app/_ui/charts/flow-panel-picture.tsx';
import { HeatTable } from '@/app/_ui/charts/heat-table.tsx';
import { Pareto } from '@/app/_ui/charts/pareto.tsx';
import { Signals } from '@/app/_ui/charts/signals.tsx';
import { SplitBy } from '@/app/_ui/charts/split-by.tsx';
import { Waterfall } from '@/app/_ui/charts/waterfall.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import type { SaidOfSignal, SignalRow } from '@/lib/charts/signal-model.ts';
import { narrow } from '@/lib/filters/edit-filters.ts';
import { SPLITS, toOverviewParams } from '@/lib/filters/overview-state.ts';
import { toHref, toSearchParams } from '@/lib/filters/serialise-filters.ts';
import type { ChartKind } from '@/lib/statistics/control-chart.ts';
import { type PanelPage, placePanel } from './place-panel.tsx';
import { RebaseSection, rebaseLabel } from './rebase/rebase-section.tsx';
import { SignalActions } from './signals/signal-actions.tsx';
import { UndoReview } from './signals/undo-review.tsx';

const OVERVIEW: PanelPage = { path: '/', files: 'overview' };

interface PanelProps {
  report: OverviewReport;
  className: string | undefined;
}

export async function SeriesPanel({ report, className }: PanelProps) {
  const [panel, rebasing] = await Promise.all([report.panels.series, report.rebasing]);
  const { frame, state } = report;
  const kindHref = (kind: ChartKind | null) => toHref('/', frame.query, toOverviewParams({ ...state, kind }));
  return placePanel(OVERVIEW, {
    id: 'series',
    panel,
    report,
    className,
    tools: {
      options: panel.picture && <ChartChoice offer={panel.offer} hrefOf={kindHref} />,
      more: rebasing && {
        label: rebaseLabel(rebasing),
        content: <RebaseSection key={rebasing.measure} rebasing={rebasing} query={frame.query} />,
      },
    },
    draw: (chart, links) => <ControlPicture chart={chart} label={panel.headline} linksOf={links} />,
  });
}

export async function TriggersPanel({ report, className }: PanelProps) {
  const panel = await report.panels.triggers;
  return placePanel(OVERVIEW, {
    id: 'triggers',
    panel,
    report,
    className,
    draw: (chart, links) => <Pareto chart={chart} linksOf={links} />,
  });
}

function reviewing(query: string) {
  return {
    actions: ({ key, series, seen }: SignalRow) => (
      <SignalActions signal={{ key, series, seen: seen !== null }} query={query} />
    ),
    undo: ({ reviewId }: SaidOfSignal, of: string) => <UndoReview reviewId={reviewId} of={of} />,
  };
}

export async function SignalsPanel({ report, className }: PanelProps) {
  const panel = await report.panels.signals;
  const { frame, state } = report;
  const chartHref = ({ measure, of }: SignalRow) => {
    const filters = of ? narrow(frame.filters, of, frame.windows?.current) : frame.filters;
    return toHref('/', toSearchParams(filters), toOverviewParams({ ...state, chart: measure, kind: null }));
  };
  const moreHref = state.allSignals
    ? null
    : toHref('/', frame.query, toOverviewParams({ ...state, allSignals: true }));
  return placePanel(OVERVIEW, {
    id: 'signals',
    panel,
    report,
    className,
    draw: (list, links) => (
      <Signals
        list={list}
        linksOf={links}
        chartHref={chartHref}
        {...(report.mayReview ? reviewing(frame.query) : {})}
        moreHref={moreHref}
      />
    ),
  });
}

export async function ChangedPanel({ report, className }: PanelProps) {
  const panel = await report.panels.changed;
  const { frame, state } = report;
  const splitHref = (split: string) =>
    toHref(
      '/',
      frame.query,
      toOverviewParams({ ...state, split: SPLITS.find((id) => id === split) ?? null }),
    );
  return placePanel(OVERVIEW, {
    id: 'changed',
    panel,
    report,
    className,
    draw: (chart, links) => (
      <>
        <SplitBy splits={chart.splits} hrefOf={splitHref} />
        <Waterfall chart={chart} linksOf={links} />
      </>
    ),
  });
}

export async function OutcomesPanel({ report, className }: PanelProps) {
  const panel = await report.panels.outcomes;
  return placePanel(OVERVIEW, {
    id: 'outcomes',
    panel,
    report,
    className,
    draw: (chart, links) => <HeatTable chart={chart} linksOf={links} labelWidth={158} leastWidth={690} />,
  });
}

export async function HoursPanel({ report, className }: PanelProps) {
  const panel = await report.panels.hours;
  return placePanel(OVERVIEW, {
    id: 'hours',
    panel,
    report,
    className,
    draw: (chart, links) => <HeatTable chart={chart} linksOf={links} labelWidth={56} leastWidth={350} />,
  });
}

export async function FlowPanel({ report, className }: PanelProps) {
  const panel = await report.panels.flow;
  return placePanel(OVERVIEW, {
    id: 'flow',
    panel,
    report,
    className,
    draw: (chart, links) => <FlowPanelPicture chart={chart} table={panel.table} linksOf={links} />,
  });
}
