import type { ReactNode } from 'react';
import type { SkillPanelId, SkillsReport } from '@/db/reports/skills.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { FiguresPage } from '../figures-page.tsx';
import { PanelGrid, type PanelPlace } from '../panel-grid.tsx';
import { SkillsNav } from './skills-nav.tsx';

interface SkillsFrameProps<Shown extends SkillPanelId> {
  report: SkillsReport<Shown>;
  viewer: Viewer;
  path: string;
  places: readonly PanelPlace<Shown>[];
  panels: Record<Shown, ReactNode>;
}

/** A page of figures about skills: what is shown of how much, the other pages, and its panels in their places. */
export function SkillsFrame<Shown extends SkillPanelId>({
  report,
  viewer,
  path,
  places,
  panels,
}: SkillsFrameProps<Shown>) {
  return (
    <FiguresPage
      report={report}
      path={path}
      mayImport={may(viewer, 'import')}
      waiting={<PanelGrid places={places} coming={null} />}
      figures={(moment) => (
        <>
          <SkillsNav viewer={viewer} path={path} query={report.frame.query} />
          <PanelGrid places={places} coming={{ panels, of: report.panels, moment }} />
        </>
      )}
    />
  );
}
