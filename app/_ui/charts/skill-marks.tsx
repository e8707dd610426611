import { signalShape } from '@/lib/charts/shapes.ts';
import { sizeOfMark } from '@/lib/charts/skills/layout-matrix.ts';
import type { MatrixCell, MatrixRange, MatrixRow } from '@/lib/charts/skills/matrix-model.ts';
import style from './skill-marks.module.css';

/** A circle whose area is how much is known, or the shape of a signal. */
export function SkillMark({ cell: { mark, size } }: { cell: MatrixCell }) {
  if (mark === 'none' || size === 0) return <i className={style.mark} />;
  const r = sizeOfMark(size);
  return (
    <svg className={`picture ${style.mark}`} viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
      {mark === 'dot' ? (
        <circle cx={8} cy={8} r={r} className={style.size} />
      ) : (
        <path d={signalShape(mark, 8, 8, Math.min(6.5, Math.max(4, 1.2 * r)))} className={`pt-${mark}`} />
      )}
    </svg>
  );
}

/** The share of a row with its range, from 0 to 100 %, and the standard. */
export function RangeMark({ range: { at, low, high, standard } }: { range: MatrixRange }) {
  const percent = (place: number) => `${place * 100}%`;
  return (
    <svg className="picture" width="100%" height={24} aria-hidden="true">
      {standard === null ? null : (
        <line x1={percent(standard)} x2={percent(standard)} y1={0} y2={24} className="target" />
      )}
      <line x1={percent(low)} x2={percent(high)} y1={12} y2={12} className={style.whisker} />
      <circle cx={percent(at)} cy={12} r={3} className={style.point} />
    </svg>
  );
}

/** What there is to gain, in figures and as a bar. */
export function GainBar({ gain: { words, bar } }: { gain: NonNullable<MatrixRow['gain']> }) {
  if (bar === null) return <span className={style.process}>{words}</span>;
  return (
    <>
      <span className={style.amount}>{words}</span>
      <i className={style.bar} style={{ width: `${bar * 60}px` }} />
    </>
  );
}
