import style from '@/app/_ui/charts/measure-card.module.css';
import { MeasureCard } from '@/app/_ui/charts/measure-card.tsx';
import { Sparkline } from '@/app/_ui/charts/sparkline.tsx';
import { Block } from '@/app/_ui/frame/skeleton.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { toOverviewParams } from '@/lib/filters/overview-state.ts';
import { toHref } from '@/lib/filters/serialise-filters.ts';
import type { MeasureId } from '@/lib/measures/measure-ids.ts';
import { linksOf } from './links.ts';

export async function Cards({ report }: { report: OverviewReport }) {
  const cards = await report.cards;
  const links = linksOf(report.frame, '/', report.kept);
  const chartHref = (chart: MeasureId) =>
    toHref('/', report.frame.query, toOverviewParams({ ...report.state, chart, kind: null }));
  return (
    <section className={style.cards} aria-label="Measures">
      {cards.map((card) => (
        <MeasureCard
          key={card.measure}
          card={card}
          href={links(card.open.narrowing).open}
          driving={card.measure === report.charted}
          chartHref={chartHref(card.measure)}
          spark={<Sparkline chart={card.spark} name={card.label} />}
        />
      ))}
    </section>
  );
}

export function CardsSkeleton() {
  return (
    <div className={style.cards} aria-busy="true">
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <div key={key} className={style.card}>
          <Block width="60%" height={12} above={4} />
          <Block width="45%" height={24} above={10} />
          <Block width="100%" height={30} above={10} />
          <Block width="70%" height={10} above={10} />
        </div>
      ))}
    </div>
  );
}
