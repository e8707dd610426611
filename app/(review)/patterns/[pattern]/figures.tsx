import { ControlPicture } from '@/app/_ui/charts/control-picture.tsx';
import { ChartPanel } from '@/app/_ui/charts/panel.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import { linksOf } from '@/app/(review)/links.ts';
import type { KeptPatternReport } from '@/db/reports/kept-pattern.ts';
import { type PanelFormat, panelFiles } from '@/lib/export/panel-formats.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { FishboneEditor } from './fishbone-editor.tsx';
import { FishbonePicture } from './fishbone-picture.tsx';

interface FigureProps {
  report: KeptPatternReport;
  className: string | undefined;
}

/** The measure of a pattern over time. */
export function ChartOfPattern({ report, className = '' }: FigureProps) {
  const { chart } = report;
  const links = linksOf(report.frame, '/incidents');
  return (
    <ChartPanel panel={chart} linksOf={links} files={filesOf(report, 'chart')} className={className}>
      {chart.picture ? (
        <ControlPicture chart={chart.picture} label={chart.headline} linksOf={links} />
      ) : (
        <Empty sentence={chart.empty} />
      )}
    </ChartPanel>
  );
}

/** What contributed, by kind, with the way to say it otherwise. */
export function FishboneOfPattern({ report, className = '' }: FigureProps) {
  const { fishbone, fishbonePanel: panel, pattern, mayKeep } = report;
  const more = {
    label: 'Edit',
    content: <FishboneEditor fishbone={fishbone} pattern={pattern} />,
  };
  return (
    <ChartPanel
      panel={panel}
      linksOf={linksOf(report.frame, '/incidents')}
      files={filesOf(report, 'fishbone')}
      className={className}
      tools={{ options: null, more: mayKeep ? more : null }}
    >
      {panel.picture ? (
        <FishbonePicture chart={panel.picture} label={panel.headline} />
      ) : (
        <Empty sentence={panel.empty} />
      )}
    </ChartPanel>
  );
}

function filesOf({ pattern, bars }: KeptPatternReport, panel: string) {
  const file = (format: PanelFormat) =>
    toHref(`/api/panels/kept-patterns/${pattern.patternId}/${panel}`, `format=${format}`, bars.query);
  return panelFiles(file);
}
