import type { Staircase as Picture } from '@/lib/charts/staircase.ts';
import style from './staircase.module.css';

/** The way of a case through levels and time, as it was laid out. */
export function Staircase({ picture }: { picture: Picture }) {
  const { width, height, left, right, lanes, path, points, waits, told, ticks, floor, summary } = picture;
  return (
    <svg
      className={`picture ${style.picture}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
    >
      {lanes.map(({ label, short, y }) => (
        <g key={label}>
          <path className={style.lane} d={`M${left} ${y}H${right}`} />
          <text x={0} y={y + 4} className="t-ink">
            {short}
            {short === label ? null : <title>{label}</title>}
          </text>
        </g>
      ))}
      {ticks.map(({ x, label, first }) => (
        <g key={x}>
          {first ? null : <path className={style.lane} d={`M${x} 6V${floor}`} />}
          <text x={x} y={floor + 14} className={first ? undefined : 'mid'}>
            {label}
          </text>
        </g>
      ))}
      <path className={style.stairs} d={path} />
      {points.map(({ x, y, last }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={last ? 4 : 3.5}
          className={last ? style.last : style.stop}
        />
      ))}
      {waits.map(({ x, y, text }) => (
        <text key={`${x} ${y}`} x={x} y={y} className="mid t-ink halo">
          {text}
        </text>
      ))}
      {told ? <Told told={told} left={left} right={right} /> : null}
    </svg>
  );
}

function Told({ told, left, right }: { told: NonNullable<Picture['told']>; left: number; right: number }) {
  const { y, marks, silence } = told;
  return (
    <g>
      <text x={0} y={y + 4}>
        Customer told
      </text>
      <path className={style.lane} d={`M${left} ${y}H${right}`} />
      {silence ? (
        <>
          <path className={style.silence} d={`M${silence.from} ${y}H${silence.to}`} />
          <text x={(silence.from + silence.to) / 2} y={y + 4} className="mid t-ink halo">
            {silence.text}
          </text>
        </>
      ) : null}
      {marks.map((x) => (
        <path key={x} className={style.told} d={`M${x} ${y - 5}v10`} />
      ))}
    </g>
  );
}
