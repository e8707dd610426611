import style from '@/app/_ui/charts/measure-card.module.css';
import { MeasureCard } from '@/app/_ui/charts/measure-card.tsx';
import { Sparkline } from '@/app/_ui/charts/sparkline.tsx';
import { Block } from '@/app/_ui/frame/skeleton.tsx';
import type { OverviewReport } from '@/db/reports/report-types.ts';
import { linksOf } from './links.ts';

/** The measure that the chart over time shows. */
const DRIVING = 'incidents';

export async function Cards({ report }: { report: OverviewReport }) {
  const cards = await report.cards;
  const links = linksOf(report.frame, '/');
  return (
    <section className={style.cards} aria-label="Measures">
      {cards.map((card) => (
        <MeasureCard
          key={card.measure}
          card={card}
          href={links(card.open.narrowing).open}
          driving={card.measure === DRIVING}
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
