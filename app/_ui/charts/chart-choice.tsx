import Link from 'next/link';
import type { ChartOffer } from '@/lib/charts/chart-offer.ts';
import type { ChartKind } from '@/lib/statistics/control-chart.ts';
import style from './chart-choice.module.css';

interface ChartChoiceProps {
  offer: ChartOffer;
  /** The page with the chart of a kind; null for the one that fits. */
  hrefOf: (kind: ChartKind | null) => string;
}

/** Why the chart is of its kind, and the way to the other kinds that can be drawn. */
export function ChartChoice({ offer: { summary, figures, refusal, kinds }, hrefOf }: ChartChoiceProps) {
  return (
    <details className={style.choice}>
      <summary>
        {refusal ? <span className={style.refusal}>{refusal} </span> : null}
        {summary} <span className={style.change}>Change chart</span>
      </summary>
      <ul>
        {kinds.map(({ kind, name, about, isDrawn, fits, isUsual }) => (
          <li key={kind}>
            <Link
              href={hrefOf(isUsual ? null : kind)}
              scroll={false}
              prefetch={false}
              aria-current={isDrawn ? 'true' : undefined}
            >
              {name}
            </Link>
            <span>
              {about}
              {fits ? `; fits these figures${figures ? ` (${figures})` : ''}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
