import type { HeatMap } from '@/lib/charts/heat-model.ts';
import style from './ramp.module.css';

/** What the shades mean. */
export function HeatKey({ title, from, to, steps, unknown }: HeatMap['key']) {
  return (
    <div className={style.key}>
      <span>{title}</span>
      <span className={style.ramp}>
        {from}
        {[1, 2, 3, 4, 5, 6, 7].map((step) => (
          <i key={step} className={style[`s${step}`]} />
        ))}
        {to}
      </span>
      <span>{steps}</span>
      {unknown ? (
        <span className={style.ramp}>
          <i className={`${style.unknown} ${style.swatch}`} />
          unknown
        </span>
      ) : null}
    </div>
  );
}
