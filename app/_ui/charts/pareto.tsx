import type { CSSProperties } from 'react';
import { formatCounted, formatPercent } from '@/lib/charts/format.ts';
import { type ParetoBar, type ParetoChart, rangeOfBar } from '@/lib/charts/pareto-model.ts';
import { rangeWords } from '@/lib/charts/pareto-range.ts';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import style from './pareto.module.css';
import { Brackets, CumulativeLine } from './pareto-overlays.tsx';

interface ParetoProps {
  chart: ParetoChart;
  linksOf: LinksOf;
}

/** Bars by size with their cumulative share, or their ranges. The name of a bar toggles its value, the figure opens its incidents. */
export function Pareto({ chart, linksOf }: ParetoProps) {
  const { bars, brackets, withRanges } = chart;
  const longest = Math.max(...bars.map((bar) => endOf(bar, chart)), Number.MIN_VALUE);
  return (
    <Marks className={`${style.pareto} ${withRanges ? style.ranged : ''}`}>
      <table>
        <colgroup>
          <col className={style.labels} />
          <col />
          <col className={style.lanes} />
          {withRanges ? <col className={`${style.ranges} ${style.wide}`} /> : null}
          <col className={style.shares} />
          {withRanges ? null : <col className={`${style.dots} ${style.wide}`} />}
          <col className={`${style.sums} ${style.wide}`} />
        </colgroup>
        <Head chart={chart} />
        <tbody>
          {bars.map((bar, index) => (
            <Row
              key={bar.id}
              bar={bar}
              chart={chart}
              longest={longest}
              linksOf={linksOf}
              isFirst={index === 0}
            />
          ))}
        </tbody>
        {withRanges ? (
          <tfoot>
            <tr>
              <th scope="row">Total</th>
              <td>{chart.totalFigure}</td>
              <td />
              <td className={style.wide} />
              <td className={style.figure}>100</td>
              <td className={style.wide} />
            </tr>
          </tfoot>
        ) : null}
      </table>
      <Brackets brackets={brackets} rows={bars.length} />
      {withRanges ? null : (
        <>
          <CumulativeLine shares={bars.map(({ cumulativeShare }) => cumulativeShare)} />
          <div className={`${style.under} ${style.wide}`} />
        </>
      )}
    </Marks>
  );
}

function Head({ chart: { dimensionLabel, valueLabel, withRanges } }: { chart: ParetoChart }) {
  return (
    <thead>
      <tr>
        <th scope="col">{dimensionLabel}</th>
        <th scope="col" colSpan={2}>
          {valueLabel}
        </th>
        {withRanges ? (
          <th scope="col" className={`${style.figure} ${style.wide}`}>
            95&nbsp;% range
          </th>
        ) : null}
        <th scope="col" className={style.figure}>
          % of all
        </th>
        <th scope="col" colSpan={withRanges ? 1 : 2} className={`${style.figure} ${style.wide}`}>
          {withRanges ? 'cum. %' : 'cumulative %'}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  bar: ParetoBar;
  chart: ParetoChart;
  longest: number;
  linksOf: LinksOf;
  isFirst: boolean;
}

function Row({ bar, chart, longest, linksOf, isFirst }: RowProps) {
  const { label, share, cumulativeShare, open } = bar;
  const links = linksOf(open);
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
      <Bar bar={bar} chart={chart} longest={longest} href={links.open} />
      <td />
      {chart.withRanges ? (
        <td className={`quiet ${style.figure} ${style.wide}`}>{rangeWords(bar, chart)}</td>
      ) : null}
      <td className={`quiet ${style.figure}`}>{formatPercent(share)}</td>
      {chart.withRanges ? null : <td className={style.wide} />}
      <td className={`quiet ${style.figure} ${style.wide}`}>{formatPercent(cumulativeShare)}</td>
    </tr>
  );
}

function Bar({ bar, chart, longest, href }: Pick<RowProps, 'bar' | 'chart' | 'longest'> & { href: string }) {
  const { count, figure, incidents, comparison, uncoded } = bar;
  const range = chart.withRanges ? rangeOfBar(bar, chart) : null;
  const part = (value: number) => ({ '--part': value / longest }) as CSSProperties;
  const opens = `Open ${formatCounted(incidents, 'incident')}`;
  return (
    <td className={style.bars}>
      <i className={`${style.bar} ${uncoded ? style.uncoded : ''}`} style={part(count)} />
      {comparison === null ? null : (
        <i className={comparison > count ? style.before : style.notch} style={part(comparison)} />
      )}
      {range ? (
        <i
          className={style.range}
          style={{ ...part(range[1] - range[0]), '--from': range[0] / longest } as CSSProperties}
        />
      ) : null}
      <a
        className={style.count}
        href={href}
        style={part(endOf(bar, chart))}
        tabIndex={-1}
        // What is read out holds what is seen, also where that is money or hours.
        aria-label={opens.includes(figure) ? opens : `${figure}: ${opens}`}
      >
        {figure}
      </a>
    </td>
  );
}

/** How far a bar reaches with its comparison and its range. */
function endOf(bar: ParetoBar, chart: ParetoChart): number {
  const range = chart.withRanges ? rangeOfBar(bar, chart) : null;
  return Math.max(bar.count, bar.comparison ?? 0, range?.[1] ?? 0);
}
