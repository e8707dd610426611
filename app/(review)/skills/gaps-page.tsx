import type { ReactNode } from 'react';
import grid from '@/app/_ui/charts/grid.module.css';
import { Segments } from '@/app/_ui/charts/segments.tsx';
import { SkillTable } from '@/app/_ui/charts/skill-table.tsx';
import type { SkillsReport } from '@/db/reports/skills.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { GROUPINGS, type Grouping, type SkillsState, toSkillsParams } from '@/lib/filters/skills-state.ts';
import type { PanelPlace } from '../panel-grid.tsx';
import { placePanel } from '../place-panel.tsx';
import { Names } from './names.tsx';
import style from './skills.module.css';
import { SkillsFrame } from './skills-frame.tsx';

const PATH = '/skills';
const PAGE = { path: PATH, files: 'skills' };

type Shown = 'own' | 'gaps' | 'agents';
type GapsReport = SkillsReport<Shown>;

interface GapsPageProps {
  report: GapsReport;
  viewer: Viewer;
}

/** Who needs which technique: teams first, then the people of one of them. */
export function GapsPage({ report, viewer }: GapsPageProps) {
  const places = PLACES.filter(({ id }) => report.panels[id] !== null);
  return (
    <SkillsFrame
      report={report}
      viewer={viewer}
      path={PATH}
      places={places}
      panels={panelsOf(report, viewer)}
    />
  );
}

const PLACES: readonly PanelPlace<Shown>[] = [
  { id: 'own', name: 'Your skills', height: 600, width: grid.twelve },
  { id: 'gaps', name: 'Skill gaps by team', height: 780, width: grid.twelve },
  { id: 'agents', name: 'Skills of a team’s people', height: 780, width: grid.twelve },
];

function panelsOf(report: GapsReport, viewer: Viewer): Record<Shown, ReactNode> {
  return {
    own: <OwnPanel report={report} />,
    gaps: <GapsPanel report={report} viewer={viewer} />,
    agents: <AgentsPanel report={report} viewer={viewer} />,
  };
}

async function GapsPanel({ report, viewer }: { report: GapsReport; viewer: Viewer }) {
  const panel = await report.panels.gaps;
  if (!panel) return null;
  const hrefOf = (changed: Partial<SkillsState>) => hrefWith(report, changed);
  return placePanel(PAGE, {
    id: 'gaps',
    panel,
    report,
    className: grid.twelve,
    tools: { options: panel.picture && <GroupChoice report={report} />, more: null },
    draw: (chart, links) => (
      <SkillTable
        chart={chart}
        linksOf={links}
        focusHref={(of, skill) => hrefOf({ of, skill })}
        waysOf={(team, technique) => waysToClose(viewer, team, technique)}
      />
    ),
  });
}

/** What can be done about a gap by those who may. */
function waysToClose(viewer: Viewer, team: string, technique: string) {
  return [
    ...(may(viewer, 'train')
      ? [
          {
            label: 'Plan training',
            href: `/skills/training/sessions/new?technique=${technique}&team=${team}`,
          },
        ]
      : []),
    ...(may(viewer, 'see_training')
      ? [{ label: 'Scenarios', href: `/skills/scenarios?technique=${technique}` }]
      : []),
  ];
}

async function OwnPanel({ report }: { report: GapsReport }) {
  const panel = await report.panels.own;
  if (!panel) return null;
  return placePanel(PAGE, {
    id: 'own',
    panel,
    report,
    className: grid.twelve,
    tools: { options: panel.picture && <GroupChoice report={report} />, more: null },
    draw: (chart, links) => <SkillTable chart={chart} linksOf={links} focusHref={null} />,
  });
}

async function AgentsPanel({ report, viewer }: { report: GapsReport; viewer: Viewer }) {
  const panel = await report.panels.agents;
  if (!panel) return null;
  return placePanel(PAGE, {
    id: 'agents',
    panel,
    report,
    className: grid.twelve,
    draw: (chart, links) => (
      <>
        <SkillTable chart={chart} linksOf={links} focusHref={null} />
        {chart.peopleOf && may(viewer, 'name_agents') ? <Names team={chart.peopleOf} /> : null}
      </>
    ),
  });
}

const LABELS: Record<Grouping, string> = { section: 'By section', leap: 'By LEAP' };

function GroupChoice({ report }: { report: GapsReport }) {
  return (
    <div className={style.choice}>
      <Segments
        name="Techniques together"
        choices={GROUPINGS.map((group) => ({
          id: group,
          label: LABELS[group],
          href: hrefWith(report, { group }),
          chosen: report.state.group === group,
        }))}
      />
    </div>
  );
}

function hrefWith({ frame, state }: GapsReport, changed: Partial<SkillsState>): string {
  return toHref(PATH, frame.query, toSkillsParams({ ...state, ...changed }));
}
