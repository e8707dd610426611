import type { ReactNode } from 'react';
import { DrawnPicture } from '@/app/_ui/charts/drawn-picture.tsx';
import grid from '@/app/_ui/charts/grid.module.css';
import { Segments } from '@/app/_ui/charts/segments.tsx';
import { Whiskers } from '@/app/_ui/charts/whiskers.tsx';
import type { PanelPlace } from '@/app/(review)/panel-grid.tsx';
import { placePanel } from '@/app/(review)/place-panel.tsx';
import type { SkillsReport } from '@/db/reports/skills.ts';
import type { Viewer } from '@/lib/access.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { COMPARED_BY, type SkillsState, toSkillsParams } from '@/lib/filters/skills-state.ts';
import style from '../skills.module.css';
import { SkillsFrame } from '../skills-frame.tsx';
import { MeasureChoice } from './measure-choice.tsx';

const PATH = '/skills/teams';
const PAGE = { path: PATH, files: 'skills' };

type Shown = 'funnel' | 'exposure';
type TeamsReport = SkillsReport<Shown>;

interface TeamsPageProps {
  report: TeamsReport;
  viewer: Viewer;
}

/** Which teams or sites lie outside what chance explains, and what their people bear. */
export function TeamsPage({ report, viewer }: TeamsPageProps) {
  return (
    <SkillsFrame report={report} viewer={viewer} path={PATH} places={PLACES} panels={panelsOf(report)} />
  );
}

const PLACES: readonly PanelPlace<Shown>[] = [
  { id: 'funnel', name: 'Teams compared', height: 380, width: grid.seven },
  { id: 'exposure', name: 'Staff exposure', height: 380, width: grid.five },
];

function panelsOf(report: TeamsReport): Record<Shown, ReactNode> {
  return { funnel: <FunnelPanel report={report} />, exposure: <ExposurePanel report={report} /> };
}

async function FunnelPanel({ report }: { report: TeamsReport }) {
  const panel = await report.panels.funnel;
  if (!panel) return null;
  const { frame, state } = report;
  const hrefOf = (changed: Partial<SkillsState>) =>
    toHref(PATH, frame.query, toSkillsParams({ ...state, ...changed }));
  const options = (
    <div className={style.options}>
      <Segments
        name="Compare"
        choices={COMPARED_BY.map((by) => ({
          id: by,
          label: LABELS[by],
          href: hrefOf({ by }),
          chosen: state.by === by,
        }))}
      />
      <MeasureChoice chosen={state.chart} hrefOf={(chart) => hrefOf({ chart })} />
    </div>
  );
  return placePanel(PAGE, {
    id: 'funnel',
    panel,
    report,
    className: grid.seven,
    tools: { options, more: null },
    draw: (chart) => <DrawnPicture picture={chart} label={panel.headline} />,
  });
}

const LABELS = { team: 'Teams', site: 'Sites' } as const;

async function ExposurePanel({ report }: { report: TeamsReport }) {
  const panel = await report.panels.exposure;
  if (!panel) return null;
  return placePanel(PAGE, {
    id: 'exposure',
    panel,
    report,
    className: grid.five,
    draw: (chart, links) => <Whiskers chart={chart} linksOf={links} />,
  });
}
