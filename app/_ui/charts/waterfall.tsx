import type { CSSProperties } from 'react';
import type { WaterfallChart, WaterfallStep } from '@/lib/charts/waterfall-model.ts';
import { type LinksOf, markProps } from './mark-links.ts';
import { Marks } from './marks.tsx';
import style from './waterfall.module.css';

interface WaterfallProps {
  chart: WaterfallChart;
  linksOf: LinksOf;
}

/** From the measure before to the measure now, one row a value: filled falls, outlined rises. */
export function Waterfall({ chart, linksOf }: WaterfallProps) {
  const { start, end, steps, dimensionLabel, countedLabel, changeLabel } = chart;
  return (
    <Marks className={style.waterfall}>
      <table>
        <colgroup>
          <col className={style.labels} />
          <col />
          <col className={`${style.counts} ${style.wide}`} />
          <col className={style.changes} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{dimensionLabel}</th>
            <td />
            <th scope="col" className={`${style.figure} ${style.wide}`}>
              {countedLabel}
            </th>
            <th scope="col" className={style.figure}>
              {changeLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          <Level {...start} at={placeOf(chart, start.value)} joinsNext />
          {steps.map((step, index) => (
            <Step key={step.id} step={step} chart={chart} linksOf={linksOf} isFirst={index === 0} />
          ))}
          <Level {...end} at={placeOf(chart, end.value)} isEnd />
        </tbody>
      </table>
    </Marks>
  );
}

function placeOf({ domain: [low, high] }: WaterfallChart, value: number): number {
  return (value - low) / (high - low);
}

interface LevelProps {
  label: string;
  counted: string;
  figure: string;
  at: number;
  joinsNext?: boolean;
  isEnd?: boolean;
}

function Level({ label, counted, figure, at, joinsNext = false, isEnd = false }: LevelProps) {
  const place = { '--from': at } as CSSProperties;
  return (
    <tr className={isEnd ? style.end : undefined}>
      <th scope="row" className={style.label}>
        {label}
      </th>
      <td className={style.bars} style={place}>
        <i className={style.level} />
        {joinsNext ? <i className={style.join} /> : null}
      </td>
      <td className={`quiet ${style.figure} ${style.wide}`}>{counted}</td>
      <td className={style.figure}>{figure}</td>
    </tr>
  );
}

interface StepProps {
  step: WaterfallStep;
  chart: WaterfallChart;
  linksOf: LinksOf;
  isFirst: boolean;
}

function Step({ step, chart, linksOf, isFirst }: StepProps) {
  const { label, from, to, counted, change, open } = step;
  const [left, right] = [Math.min(from, to), Math.max(from, to)].map((value) => placeOf(chart, value));
  const place = { '--left': left, '--part': (right ?? 0) - (left ?? 0), '--from': placeOf(chart, to) };
  return (
    <tr>
      <th scope="row" className={style.label}>
        {open ? (
          <a
            {...markProps(linksOf(open))}
            tabIndex={isFirst ? 0 : -1}
            title={`${label}: click filters, Alt-click excludes`}
          >
            {label}
          </a>
        ) : (
          label
        )}
      </th>
      <td className={style.bars} style={place as CSSProperties}>
        <i className={to < from ? style.fall : style.rise} />
        <i className={style.join} />
      </td>
      <td className={`quiet ${style.figure} ${style.wide}`}>{counted}</td>
      <td className={style.figure}>{change}</td>
    </tr>
  );
}
