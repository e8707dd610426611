import style from './glyphs.module.css';

const toX = (intensity: number) => 5 + (intensity - 1) * 8.5;

/** Intensity 1 to 5 before (hollow) and after (filled). */
export function EmotionGlyph({ before, after }: { before: number; after: number | null }) {
  const words = after === null ? `${before} before, after not known` : `${before} before, ${after} after`;
  return (
    <svg className={style.glyph} width={44} height={24} viewBox="0 0 44 24" role="img" aria-label={words}>
      <title>{words}</title>
      <path className={style.scale} d="M5 12H39M5 10.5v3M13.5 10.5v3M22 10.5v3M30.5 10.5v3M39 10.5v3" />
      {after === null ? null : <path className={style.run} d={`M${toX(before)} 12H${toX(after)}`} />}
      <circle className={style.before} cx={toX(before)} cy={12} r={3.2} />
      {after === null ? null : <circle className={style.after} cx={toX(after)} cy={12} r={3.2} />}
    </svg>
  );
}
