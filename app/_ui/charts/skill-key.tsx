import { GAP_STEPS } from '@/lib/charts/skills/matrix-cells.ts';
import type { SkillMatrix } from '@/lib/charts/skills/matrix-model.ts';
import { Glyph } from './glyph.tsx';
import style from './ramp.module.css';

/** What numbers, sizes, tones and shapes mean. */
export function SkillKey({ words }: { words: SkillMatrix['key'] }) {
  return (
    <div className={style.key}>
      <span>Number: estimate, %</span>
      <span>Size: opportunities</span>
      <span className={style.ramp}>
        {words.below}
        {GAP_STEPS.map((step, place) => (
          <i key={step} className={style[`s${place + 1}`]} />
        ))}
        {GAP_STEPS.map((step) => step * 100).join(', ')} or more
      </span>
      <span className={style.ramp}>
        <Glyph state="concern" /> {words.marked}
      </span>
      {words.improved ? (
        <span className={style.ramp}>
          <Glyph state="improvement" /> {words.improved}
        </span>
      ) : null}
      {words.alike ? (
        <span className={style.ramp}>
          <i className={style.bar} /> {words.alike}
        </span>
      ) : null}
      <span>– under {words.minimum}</span>
    </div>
  );
}
