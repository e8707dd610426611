import type { TwinTable } from '@/lib/charts/chart-model.ts';
import { drawLinkedFlow, type FlowLinks } from '@/lib/charts/draw-flow.ts';
import type { FlowChart } from '@/lib/charts/flow-model.ts';
import { flowHeight } from '@/lib/charts/layout-flow.ts';
import { packFlow } from '@/lib/charts/packed-flow.ts';
import style from './flow.module.css';
import { FlowList } from './flow-list.tsx';
import { FlowPlot } from './flow-plot.tsx';
import type { LinksOf } from './mark-links.ts';
import { Marks } from './marks.tsx';
import { SvgPicture } from './svg-picture.tsx';

interface FlowPanelPictureProps {
  chart: FlowChart;
  table: TwinTable;
  linksOf: LinksOf;
}

const WIDE = 704;

/** The flow beside its list; a phone has the list alone. */
export function FlowPanelPicture({ chart, table, linksOf }: FlowPanelPictureProps) {
  const links: Record<string, FlowLinks> = {};
  for (const { id, open } of chart.nodes) {
    if (!open) continue;
    const { toggle, exclude } = linksOf(open);
    links[id] = { toggle, exclude };
  }
  return (
    <div className={style.split}>
      <Marks className={style.place}>
        <FlowPlot chart={packFlow(chart)} links={links} foreseen={WIDE} height={flowHeight(chart)}>
          <SvgPicture svg={drawLinkedFlow(chart, links, WIDE)} />
        </FlowPlot>
      </Marks>
      <div className={style.side}>
        <FlowList twin={table} linksOf={linksOf} />
      </div>
    </div>
  );
}
