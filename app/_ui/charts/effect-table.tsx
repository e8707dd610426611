import Link from 'next/link';
import type { CSSProperties } from 'react';
import { signalShape } from '@/lib/charts/shapes.ts';
import type { EffectCell, EffectGrid, EffectMark } from '@/lib/charts/skills/effect-model.ts';
import style from './effect-table.module.css';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';

interface EffectTableProps {
  chart: EffectGrid;
  linksOf: LinksOf;
  /** The page with the layers of one technique. */
  strataHref: (technique: string) => string;
}

/** Techniques by trigger: a difference with its range in each cell, which opens the incidents that it goes over. */
export function EffectTable({ chart, linksOf, strataHref }: EffectTableProps) {
  const { columns, rows, axis, unit } = chart;
  return (
    <Marks className={style.scroll}>
      <table
        className={style.effects}
        style={{ '--least': `${150 + columns.length * 126}px` } as CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col" className={style.name}>
              <span className="unseen">Technique</span>
            </th>
            {columns.map(({ id, label, count }, place) => (
              <th key={id} scope="col" className={place === 0 ? style.all : undefined}>
                {label}
                <span className={style.n}>n&nbsp;{count}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row" className={style.name}>
                <Link
                  href={strataHref(row.id)}
                  scroll={false}
                  prefetch={false}
                  title={`The layers of ${row.label}`}
                >
                  {row.label}
                </Link>
                {row.note ? <span className={style.note}>{row.note}</span> : null}
              </th>
              {columns.map(({ id }, place) => (
                <Cell
                  key={id}
                  cell={row.cells[place]}
                  zero={axis.zero}
                  linksOf={linksOf}
                  tabIndex={index === 0 && place === 0 ? 0 : -1}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={style.unit}>{unit}</td>
            {columns.map(({ id }) => (
              <td key={id}>
                <span className={style.axis} aria-hidden="true">
                  {axis.ticks.map(({ at, label }) => (
                    <span key={label} style={{ left: `${at * 100}%` }}>
                      {label}
                    </span>
                  ))}
                </span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Marks>
  );
}

interface CellProps {
  cell: EffectCell | undefined;
  zero: number;
  linksOf: LinksOf;
  tabIndex: 0 | -1;
}

function Cell({ cell, zero, linksOf, tabIndex }: CellProps) {
  if (!cell?.open) return <td>{cell?.words}</td>;
  const { open } = linksOf(cell.open);
  const isSignal = cell.mark !== null && cell.mark.state !== 'common';
  return (
    <td>
      <a {...markProps({ toggle: open, exclude: null })} tabIndex={tabIndex} title={cell.title}>
        {cell.mark ? <Plot mark={cell.mark} zero={zero} /> : null}
        <span className={cell.mark ? style.figures : style.few}>
          <span className={isSignal ? style.strong : undefined}>{cell.words}</span>
          {cell.mark ? <span className={style.n}>{cell.count}</span> : null}
        </span>
      </a>
    </td>
  );
}

const percent = (at: number) => `${at * 100}%`;

function Plot({ mark, zero }: { mark: EffectMark; zero: number }) {
  const { at, low, high, isCut, crude, state } = mark;
  return (
    <svg className={`picture ${style.plot}`} width="100%" height={37} aria-hidden="true">
      <line x1={percent(zero)} x2={percent(zero)} y1={0} y2={37} className="axis" />
      {crude === null ? null : <circle cx={percent(crude)} cy={18} r={3.2} className={style.crude} />}
      <line x1={percent(low)} x2={percent(high)} y1={18} y2={18} className={style.whisker} />
      <Cap at={low} isCut={isCut[0]} way={1} />
      <Cap at={high} isCut={isCut[1]} way={-1} />
      {state === 'common' ? (
        <circle cx={percent(at)} cy={18} r={3.2} className={style.point} />
      ) : (
        <svg x={percent(at)} y={18} overflow="visible" aria-hidden="true">
          <path d={signalShape(state, 0, 0, 5)} className={`pt-${state}`} />
        </svg>
      )}
    </svg>
  );
}

/** The end of a range, or an arrow where it goes on past the axis. */
function Cap({ at, isCut, way }: { at: number; isCut: boolean; way: 1 | -1 }) {
  return (
    <svg x={percent(at)} y={18} overflow="visible" aria-hidden="true">
      <path d={isCut ? `M${way * 4} -3L0 0L${way * 4} 3` : 'M0 -3v6'} className={style.whisker} />
    </svg>
  );
}
