import Link from 'next/link';
import { controlClass } from '../form/button.tsx';
import style from './bar.module.css';
import type { RangeChoices } from './range-choices.ts';
import { RangePicker } from './range-picker.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

interface PeriodBarProps {
  period: { label: string; words: string; choices: RangeChoices };
  /** The period before and after; null where there is none. */
  earlier: string | null;
  later: string | null;
  comparison: { label: string; words: string | null; isThere: boolean; choices: RangeChoices };
}

/** Which time is looked at, and against which; both in words. */
export function PeriodBar({ period, earlier, later, comparison }: PeriodBarProps) {
  return (
    <div className={style.bar}>
      <fieldset className={style.segments} aria-label="Period">
        <Step href={earlier} name="Earlier" sign="‹" why="There is nothing earlier" />
        <RangePicker name="Choose the period" label={period.label} choices={period.choices} />
        <Step href={later} name="Later" sign="›" why="The period already reaches today" />
      </fieldset>
      <span className={style.range}>{period.words}</span>
      {comparison.isThere ? <span className={style.against}>against</span> : null}
      <RangePicker
        name="Choose the comparison"
        label={comparison.label}
        choices={comparison.choices}
        className={controlClass()}
      />
      {comparison.words ? (
        <span className={`${style.range} ${comparison.isThere ? style.compared : ''}`}>
          {comparison.words}
        </span>
      ) : null}
      <span className={style.space} />
      <ThemeToggle />
    </div>
  );
}

function Step({ href, name, sign, why }: { href: string | null; name: string; sign: string; why: string }) {
  if (!href) {
    return (
      <span className={style.off} title={why}>
        {sign}
        <span className="unseen">{why}</span>
      </span>
    );
  }
  return (
    <Link href={href} aria-label={name} scroll={false} prefetch={false}>
      {sign}
    </Link>
  );
}
