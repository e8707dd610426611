import type { ReactNode } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { FiguresPage } from '@/app/(review)/figures-page.tsx';
import { PanelGrid, type PanelPlace } from '@/app/(review)/panel-grid.tsx';
import type { PatternsPanelId, PatternsReport } from '@/db/reports/patterns-types.ts';
import { ParetoPanel, ScanPanel, TeamsPanel, ThemesPanel } from './panels.tsx';
import { FollowUpsPanel, RepeatsPanel, ReturnsPanel } from './recurrence.tsx';
import { Verdict } from './verdict.tsx';
import { Watched } from './watched.tsx';

interface PatternsProps {
  report: PatternsReport;
  mayImport: boolean;
}

/** Recurring causes with their evidence, and what of them is under watch. */
export function Patterns({ report, mayImport }: PatternsProps) {
  const of = { ...report.panels, watched: report.watched };
  return (
    <FiguresPage
      report={report}
      path="/patterns"
      mayImport={mayImport}
      waiting={<PanelGrid places={places} coming={null} />}
      figures={(moment) => (
        <>
          <Verdict report={report} moment={moment} />
          <PanelGrid places={places} coming={{ panels: panelsOf(report), of, moment }} />
        </>
      )}
    />
  );
}

type PlaceId = PatternsPanelId | 'watched';

const places: readonly PanelPlace<PlaceId>[] = [
  { id: 'scan', name: 'Pattern scan', height: 520, width: grid.twelve },
  { id: 'pareto', name: 'What recurs most', height: 347, width: grid.sevenIfRoom },
  { id: 'themes', name: 'Words that set narratives apart', height: 347, width: grid.fiveIfRoom },
  { id: 'teams', name: 'Teams', height: 430, width: grid.sevenIfRoom },
  { id: 'followups', name: 'Follow-ups', height: 400, width: grid.fiveIfRoom },
  { id: 'returns', name: 'Until a customer comes back', height: 430, width: grid.sevenIfRoom },
  { id: 'repeats', name: 'Repeats', height: 320, width: grid.fiveIfRoom },
  { id: 'watched', name: 'Kept patterns', height: 160, width: grid.twelve },
];

function panelsOf(report: PatternsReport): Record<PlaceId, ReactNode> {
  return {
    scan: <ScanPanel report={report} className={grid.twelve} />,
    pareto: <ParetoPanel report={report} className={grid.sevenIfRoom} />,
    themes: <ThemesPanel report={report} className={grid.fiveIfRoom} />,
    teams: <TeamsPanel report={report} className={grid.sevenIfRoom} />,
    followups: <FollowUpsPanel report={report} className={grid.fiveIfRoom} />,
    returns: <ReturnsPanel report={report} className={grid.sevenIfRoom} />,
    repeats: <RepeatsPanel report={report} className={grid.fiveIfRoom} />,
    watched: <Watched report={report} className={grid.twelve} />,
  };
}
