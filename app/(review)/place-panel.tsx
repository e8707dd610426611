import type { ComponentProps, ReactNode } from 'react';
import type { LinksOf } from '@/app/_ui/charts/mark-links.ts';
import { ChartPanel } from '@/app/_ui/charts/panel.tsx';
import { Empty } from '@/app/_ui/frame/empty.tsx';
import type { Panel } from '@/lib/charts/chart-model.ts';
import { type PanelFormat, panelFiles } from '@/lib/export/panel-formats.ts';
import type { FrameModel } from '@/lib/filters/frame-model.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import { linksOf } from './links.ts';

/** The page that a panel stands on: what its marks change, and where its files are made. */
export interface PanelPage {
  path: string;
  /** Where its panels are answered as files, below `/api/panels`. */
  files: string;
}

interface Placing<Picture> {
  id: string;
  panel: Panel<Picture>;
  report: { frame: FrameModel; kept: string };
  className: string | undefined;
  tools?: ComponentProps<typeof ChartPanel>['tools'];
  draw: (picture: Picture, links: LinksOf) => ReactNode;
}

/** A panel on its page: its picture or why there is none, with links and files under the filters that drew it. */
export function placePanel<Picture>(
  { path, files }: PanelPage,
  { id, panel, report, className, tools, draw }: Placing<Picture>,
) {
  const { frame, kept } = report;
  const links = linksOf(frame, path, kept);
  const file = (format: PanelFormat | 'twin') =>
    toHref(`/api/panels/${files}/${id}`, `format=${format}`, frame.query, kept);
  return (
    <ChartPanel
      panel={panel}
      linksOf={links}
      files={panelFiles(file)}
      twinFrom={{ href: file('twin'), version: frame.source.kind === 'copy' ? frame.source.version : null }}
      className={className}
      {...(tools ? { tools } : {})}
    >
      {panel.picture ? draw(panel.picture, links) : <Empty sentence={panel.empty} />}
    </ChartPanel>
  );
}
