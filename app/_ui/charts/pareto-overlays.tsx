import type { ParetoChart } from '@/lib/charts/pareto-model.ts';
import style from './pareto.module.css';

const ROW = 24;
const LANE = 6;
/** All of the incidents stand at this part of the column's width. */
const WHOLE = 0.86;

/** Joins neighbours that chance could reorder. */
export function Brackets({ brackets, rows }: { brackets: ParetoChart['brackets']; rows: number }) {
  return (
    <div className={`${style.overlay} ${style.brackets}`} style={{ height: rows * ROW }} aria-hidden="true">
      <svg viewBox={`0 0 18 ${rows * ROW}`} preserveAspectRatio="none">
        <title>Bars that chance could reorder</title>
        {brackets.map(({ firstIndex, lastIndex, lane }) => {
          const left = 2 + lane * LANE;
          const top = firstIndex * ROW + 5;
          const foot = lastIndex * ROW + 19;
          return <path key={`${firstIndex} ${lastIndex}`} d={`M${left} ${top}h4V${foot}h-4`} />;
        })}
      </svg>
    </div>
  );
}

/** The cumulative share, 0 at the left of its column and all at the right, with a rule at 80 %. */
export function CumulativeLine({ shares }: { shares: readonly number[] }) {
  const height = shares.length * ROW;
  const places = shares.map((share, index) => ({
    x: share * 100 * WHOLE,
    y: index * ROW + 12,
  }));
  const eighty = 80 * WHOLE;
  return (
    <div className={`${style.overlay} ${style.sum} ${style.wide}`} style={{ height }} aria-hidden="true">
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        <title>Cumulative share</title>
        <line x1={eighty} x2={eighty} y1="0" y2={height} strokeDasharray="2 2" />
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {places.map(({ x, y }) => (
        <i key={y} className={style.dot} style={{ left: `${x}%`, top: y }} />
      ))}
      <span className={style.eighty} style={{ left: `${eighty}%` }}>
        80
      </span>
    </div>
  );
}
