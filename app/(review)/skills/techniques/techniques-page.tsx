import type { ReactNode } from 'react';
import { EffectTable } from '@/app/_ui/charts/effect-table.tsx';
import grid from '@/app/_ui/charts/grid.module.css';
import { Whiskers } from '@/app/_ui/charts/whiskers.tsx';
import type { PanelPlace } from '@/app/(review)/panel-grid.tsx';
import { placePanel } from '@/app/(review)/place-panel.tsx';
import type { SkillsReport } from '@/db/reports/skills.ts';
import type { Viewer } from '@/lib/access.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { toSkillsParams } from '@/lib/filters/skills-state.ts';
import { SkillsFrame } from '../skills-frame.tsx';

const PATH = '/skills/techniques';
const PAGE = { path: PATH, files: 'skills' };

type Shown = 'effects' | 'strata' | 'leap';
type TechniquesReport = SkillsReport<Shown>;

interface TechniquesPageProps {
  report: TechniquesReport;
  viewer: Viewer;
}

/** Which techniques go with more de-escalation, where, and with which layers behind it. */
export function TechniquesPage({ report, viewer }: TechniquesPageProps) {
  return (
    <SkillsFrame report={report} viewer={viewer} path={PATH} places={PLACES} panels={panelsOf(report)} />
  );
}

const PLACES: readonly PanelPlace<Shown>[] = [
  { id: 'effects', name: 'What works', height: 1100, width: grid.twelve },
  { id: 'strata', name: 'Layers of a comparison', height: 420, width: grid.sevenIfRoom },
  { id: 'leap', name: 'LEAP in full and in order', height: 160, width: grid.fiveIfRoom },
];

function panelsOf(report: TechniquesReport): Record<Shown, ReactNode> {
  return {
    effects: <EffectsPanel report={report} />,
    strata: <StrataPanel report={report} />,
    leap: <LeapPanel report={report} />,
  };
}

async function EffectsPanel({ report }: { report: TechniquesReport }) {
  const panel = await report.panels.effects;
  if (!panel) return null;
  const strataHref = (skill: string) =>
    toHref(PATH, report.frame.query, toSkillsParams({ ...report.state, skill }));
  return placePanel(PAGE, {
    id: 'effects',
    panel,
    report,
    className: grid.twelve,
    draw: (chart, links) => <EffectTable chart={chart} linksOf={links} strataHref={strataHref} />,
  });
}

async function StrataPanel({ report }: { report: TechniquesReport }) {
  const panel = await report.panels.strata;
  if (!panel) return null;
  return placePanel(PAGE, {
    id: 'strata',
    panel,
    report,
    className: grid.sevenIfRoom,
    draw: (chart, links) => <Whiskers chart={chart} linksOf={links} />,
  });
}

async function LeapPanel({ report }: { report: TechniquesReport }) {
  const panel = await report.panels.leap;
  if (!panel) return null;
  return placePanel(PAGE, {
    id: 'leap',
    panel,
    report,
    className: grid.fiveIfRoom,
    draw: (chart, links) => <Whiskers chart={chart} linksOf={links} />,
  });
}
