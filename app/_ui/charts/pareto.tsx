import type { CSSProperties } from 'react';
import { formatCount, formatPercent } from '@/lib/charts/format.ts';
import type { ParetoBar, ParetoChart } from '@/lib/charts/pareto-model.ts';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import style from './pareto.module.css';
import { Brackets, CumulativeLine } from './pareto-overlays.tsx';

interface ParetoProps {
  chart: ParetoChart;
  linksOf: LinksOf;
}

/** Bars by size with their cumulative share. The name of a bar toggles its value, the count opens its incidents. */
export function Pareto({ chart, linksOf }: ParetoProps) {
  const { bars, brackets, dimensionLabel } = chart;
  const longest = Math.max(...bars.flatMap(({ count, comparison }) => [count, comparison ?? 0]), 1);
  return (
    <Marks className={style.pareto}>
      <table>
        <colgroup>
          <col className={style.labels} />
          <col />
          <col className={style.lanes} />
          <col className={style.shares} />
          <col className={`${style.dots} ${style.wide}`} />
          <col className={`${style.sums} ${style.wide}`} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{dimensionLabel}</th>
            <th scope="col" colSpan={2}>
              Incidents
            </th>
            <th scope="col" className={style.figure}>
              % of all
            </th>
            <th scope="col" colSpan={2} className={`${style.figure} ${style.wide}`}>
              cumulative %
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar, index) => (
            <Row key={bar.id} bar={bar} longest={longest} linksOf={linksOf} isFirst={index === 0} />
          ))}
        </tbody>
      </table>
      <Brackets brackets={brackets} rows={bars.length} />
      <CumulativeLine shares={bars.map(({ cumulativeShare }) => cumulativeShare)} />
      <div className={`${style.under} ${style.wide}`} />
    </Marks>
  );
}

interface RowProps {
  bar: ParetoBar;
  longest: number;
  linksOf: LinksOf;
  isFirst: boolean;
}

function Row({ bar, longest, linksOf, isFirst }: RowProps) {
  const { label, count, share, cumulativeShare, comparison, uncoded } = bar;
  const links = linksOf(bar.open);
  const part = (n: number) => ({ '--part': n / longest }) as CSSProperties;
  const end = Math.max(count, comparison ?? 0);
  return (
    <tr>
      <th scope="row" className={style.label}>
        <a
          {...markProps(links)}
          tabIndex={isFirst ? 0 : -1}
          title={`${label}: click filters, Alt-click excludes`}
        >
          {label}
        </a>
      </th>
      <td className={style.bars}>
        <i className={`${style.bar} ${uncoded ? style.uncoded : ''}`} style={part(count)} />
        {comparison === null ? null : (
          <i className={comparison > count ? style.before : style.notch} style={part(comparison)} />
        )}
        <a
          className={style.count}
          href={links.open}
          style={part(end)}
          tabIndex={-1}
          aria-label={`Open ${formatCount(count)} incidents`}
        >
          {formatCount(count)}
        </a>
      </td>
      <td />
      <td className={`quiet ${style.figure}`}>{formatPercent(share)}</td>
      <td className={style.wide} />
      <td className={`quiet ${style.figure} ${style.wide}`}>{formatPercent(cumulativeShare)}</td>
    </tr>
  );
}
