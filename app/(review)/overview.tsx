import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { PanelBoundary } from '@/app/_ui/charts/panel-boundary.tsx';
import { PanelSkeleton } from '@/app/_ui/charts/panel-states.tsx';
import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { Footer, Page } from '@/app/_ui/frame/shell.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { Bars } from './bars.tsx';
import { Cards, CardsSkeleton } from './cards.tsx';
import { HeadingLine, HeadingSkeleton } from './heading-line.tsx';
import { NothingMatches, NothingYet } from './nothing.tsx';
import {
  ChangedPanel,
  FlowPanel,
  HoursPanel,
  OutcomesPanel,
  SeriesPanel,
  SignalsPanel,
  TriggersPanel,
} from './panels.tsx';
import { VerdictLine } from './verdict-line.tsx';

interface OverviewProps {
  report: OverviewReport;
  mayImport: boolean;
}

export function Overview({ report, mayImport }: OverviewProps) {
  const { frame } = report;
  return (
    <>
      <Bars frame={frame} path="/" kept={report.kept} />
      <Page>{frame.coverage ? <Figures report={report} /> : <NothingYet mayImport={mayImport} />}</Page>
      <Footer>
        {frame.coverage ? (
          <Boundary happened="The rules could not be read" kept="Nothing else on the page is affected.">
            <Suspense fallback={null}>
              <Rules report={report} />
            </Suspense>
          </Boundary>
        ) : null}
        <span>Times in {frame.timeZone}.</span>
        <Link href="/methods" prefetch={false}>
          How Lookback decides what is real
        </Link>
      </Footer>
    </>
  );
}

async function Rules({ report }: { report: OverviewReport }) {
  return <span>{await report.rules}</span>;
}

function Figures({ report }: { report: OverviewReport }) {
  return (
    <>
      <Boundary
        happened="The incidents could not be counted"
        kept="Your filters and period are kept in the address."
      >
        <Suspense fallback={<HeadingSkeleton />}>
          <HeadingLine report={report} />
        </Suspense>
      </Boundary>
      <Boundary
        happened="The figures could not be computed"
        kept="Your filters and period are kept in the address."
      >
        <Suspense fallback={<Picture cards={<CardsSkeleton />} panels={skeletons} />}>
          <FiguresUnlessNone report={report} />
        </Suspense>
      </Boundary>
    </>
  );
}

/** Filters that leave nothing get one answer, not one for each panel. */
async function FiguresUnlessNone({ report }: { report: OverviewReport }) {
  const advice = await report.advice;
  if (advice) return <NothingMatches advice={advice} frame={report.frame} path="/" kept={report.kept} />;
  return <Picture cards={<CardsPlace report={report} />} panels={panelsOf(report)} />;
}

function Picture({ cards, panels }: { cards: ReactNode; panels: Record<PanelName, ReactNode> }) {
  return (
    <>
      {cards}
      <div className={grid.grid}>
        {places.map(({ id, name, height, width }) => (
          <PanelBoundary key={id} name={name} className={width}>
            <Suspense fallback={<PanelSkeleton name={name} height={height} className={width} />}>
              {panels[id]}
            </Suspense>
          </PanelBoundary>
        ))}
      </div>
    </>
  );
}

function CardsPlace({ report }: { report: OverviewReport }) {
  return (
    <Boundary
      happened="The measures could not be computed"
      kept="Your filters and period are kept; the charts are not affected."
    >
      <VerdictLine report={report} />
      <Suspense fallback={<CardsSkeleton />}>
        <Cards report={report} />
      </Suspense>
    </Boundary>
  );
}

type PanelName = keyof OverviewReport['panels'];

const places: readonly { id: PanelName; name: string; height: number; width: string | undefined }[] = [
  { id: 'series', name: 'Measure over time', height: 347, width: grid.seven },
  { id: 'triggers', name: 'Incidents by trigger', height: 347, width: grid.five },
  { id: 'signals', name: 'Signals', height: 300, width: grid.sevenIfRoom },
  { id: 'changed', name: 'What changed', height: 300, width: grid.fiveIfRoom },
  { id: 'outcomes', name: 'Trigger and outcome', height: 380, width: grid.sevenIfRoom },
  { id: 'hours', name: 'Weekday and hour', height: 380, width: grid.fiveIfRoom },
  { id: 'flow', name: 'Trigger, escalation path and outcome', height: 400, width: grid.twelve },
];

function panelsOf(report: OverviewReport): Record<PanelName, ReactNode> {
  return {
    series: <SeriesPanel report={report} className={grid.seven} />,
    triggers: <TriggersPanel report={report} className={grid.five} />,
    signals: <SignalsPanel report={report} className={grid.sevenIfRoom} />,
    changed: <ChangedPanel report={report} className={grid.fiveIfRoom} />,
    outcomes: <OutcomesPanel report={report} className={grid.sevenIfRoom} />,
    hours: <HoursPanel report={report} className={grid.fiveIfRoom} />,
    flow: <FlowPanel report={report} className={grid.twelve} />,
  };
}

const skeletons = Object.fromEntries(
  places.map(({ id, name, height, width }) => [
    id,
    <PanelSkeleton key={id} name={name} height={height} className={width} />,
  ]),
) as Record<PanelName, ReactNode>;
