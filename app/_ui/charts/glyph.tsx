import type { Assurance } from '@/lib/analysis/assure.ts';
import type { SignalState } from '@/lib/charts/chart-model.ts';
import style from './glyph.module.css';

type Sign = SignalState | 'few';

/** The shape of a verdict, so that colour only repeats what shape and word say. */
export function Glyph({ state }: { state: Sign }) {
  return (
    <svg className={`${style.glyph} ${style[state]}`} viewBox="0 0 10 10" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

/** Whether a target is met: always a tick, never a cross, now and then a wave; in a ring, unlike the verdicts. */
export function AssuranceGlyph({ assurance }: { assurance: Assurance }) {
  return (
    <svg
      className={`${style.glyph} ${style.ring} ${style[assurance]}`}
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="6" />
      <path d={assurances[assurance]} />
    </svg>
  );
}

const assurances: Record<Assurance, string> = {
  pass: 'M4 7.2l2.1 2.2L10 5',
  fail: 'M4.8 4.8l4.4 4.4M9.2 4.8L4.8 9.2',
  hit_or_miss: 'M3.6 7.8c1-2 2.2-2 3.4-.8s2.4 1.2 3.4-.8',
};

const shapes: Record<Sign, React.ReactNode> = {
  concern: <path fill="currentColor" d="M5 .5 9.8 9H.2z" />,
  improvement: <path fill="currentColor" d="M5 0l5 5-5 5-5-5z" />,
  change: <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M5 1l4 4-4 4-4-4z" />,
  common: <circle cx="5" cy="5" r="3" fill="currentColor" />,
  few: <circle cx="5" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.25" />,
};
