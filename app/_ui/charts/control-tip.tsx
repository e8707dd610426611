import type { ControlLayout } from '@/lib/charts/layout-control.ts';
import style from './control.module.css';
import { Glyph } from './glyph.tsx';
import type { PointTip } from './point-tip.ts';

interface ControlTipProps {
  tip: PointTip | undefined;
  at: ControlLayout['points'][number] | undefined;
  layout: ControlLayout;
}

const TIP_WIDTH = 172;
const BESIDE = 16;

/** What is said about a point, beside it, on the side where there is room. */
export function ControlTip({ tip, at, layout }: ControlTipProps) {
  if (!tip || !at) return null;
  const fitsRight = at.x + BESIDE + TIP_WIDTH <= layout.width;
  const left = fitsRight ? at.x + BESIDE : Math.max(0, at.x - BESIDE - TIP_WIDTH);
  return (
    <div className={style.tip} style={{ left, top: Math.max(0, (at.y ?? layout.plot.bottom) - 64) }}>
      <b>{tip.title}</b>
      <dl>
        {tip.facts.map(({ name, value }) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {tip.verdict ? (
        <div className={`${style.verdict} ${style[tip.state] ?? ''}`}>
          <Glyph state={tip.state === 'common' ? 'few' : tip.state} />
          {tip.verdict}
        </div>
      ) : null}
      <div className={style.opens}>{tip.opens}</div>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
