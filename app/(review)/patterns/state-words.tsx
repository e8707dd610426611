import { Glyph } from '@/app/_ui/charts/glyph.tsx';
import type { PatternState } from '@/lib/charts/pattern-state.ts';
import style from './patterns.module.css';

/** How a pattern stands: that it has come back, or what its newest week or month says. */
export function StateWords({ state: { verdict, returned } }: { state: PatternState }) {
  const words = returned ?? verdict.words;
  return (
    <span className={style.state}>
      <Glyph state={returned ? 'concern' : verdict.state} />
      <span>{words}</span>
    </span>
  );
}
