import type { ReactNode } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { Boundary } from '@/app/_ui/frame/boundary.tsx';
import { type Moment, Part } from '@/app/_ui/frame/part.tsx';
import type { OverviewPanelId, OverviewReport } from '@/db/reports/report-types.ts';
import { Cards, CardsSkeleton } from './cards.tsx';
import { FiguresPage } from './figures-page.tsx';
import { PanelGrid, type PanelPlace } from './panel-grid.tsx';
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
  const waiting = (
    <>
      <CardsSkeleton />
      <PanelGrid places={places} coming={null} />
    </>
  );
  return (
    <FiguresPage
      report={report}
      path="/"
      mayImport={mayImport}
      waiting={waiting}
      figures={(moment) => (
        <>
          <CardsPlace report={report} moment={moment} />
          <PanelGrid places={places} coming={{ panels: panelsOf(report), of: report.panels, moment }} />
        </>
      )}
      foot={(moment) => (
        <Boundary happened="The rules could not be read" kept="Nothing else on the page is affected.">
          <Part moment={moment} ready={report.rules} holding={null}>
            <Rules report={report} />
          </Part>
        </Boundary>
      )}
    />
  );
}

async function Rules({ report }: { report: OverviewReport }) {
  return <span>{await report.rules}</span>;
}

function CardsPlace({ report, moment }: { report: OverviewReport; moment: Moment }) {
  return (
    <Boundary
      happened="The measures could not be computed"
      kept="Your filters and period are kept; the charts are not affected."
    >
      <VerdictLine report={report} moment={moment} />
      <Part moment={moment} ready={report.cards} holding={<CardsSkeleton />}>
        <Cards report={report} />
      </Part>
    </Boundary>
  );
}

const places: readonly PanelPlace<OverviewPanelId>[] = [
  { id: 'series', name: 'Measure over time', height: 347, width: grid.seven },
  { id: 'triggers', name: 'Incidents by trigger', height: 347, width: grid.five },
  { id: 'signals', name: 'Signals', height: 300, width: grid.sevenIfRoom },
  { id: 'changed', name: 'What changed', height: 300, width: grid.fiveIfRoom },
  { id: 'outcomes', name: 'Trigger and outcome', height: 380, width: grid.sevenIfRoom },
  { id: 'hours', name: 'Weekday and hour', height: 380, width: grid.fiveIfRoom },
  { id: 'flow', name: 'Trigger, escalation path and outcome', height: 400, width: grid.twelve },
];

function panelsOf(report: OverviewReport): Record<OverviewPanelId, ReactNode> {
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
