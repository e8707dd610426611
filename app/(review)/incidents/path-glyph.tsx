import type { PathGlyph as Glyph } from '@/lib/charts/path-glyph.ts';
import style from './glyphs.module.css';

/** The escalation path as stops on a line, and in words for readers that do not see. */
export function PathGlyph({ glyph, words }: { glyph: Glyph; words: string }) {
  const { width, stops, moves, visited, last } = glyph;
  return (
    <svg
      className={`${style.glyph} ${style.path}`}
      width={width}
      height={32}
      viewBox={`0 0 ${width} 32`}
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      {stops.map((x) => (
        <circle key={x} cx={x} cy={16} r={1.2} className={style.stop} />
      ))}
      {moves.map((path) => (
        <path key={path} d={path} className={style.move} />
      ))}
      {visited.map((x) => (
        <circle key={x} cx={x} cy={16} r={2.2} className={style.visited} />
      ))}
      {last === null ? null : <circle cx={last} cy={16} r={2.8} className={style.last} />}
    </svg>
  );
}
