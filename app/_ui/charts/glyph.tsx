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

const shapes: Record<Sign, React.ReactNode> = {
  concern: <path fill="currentColor" d="M5 .5 9.8 9H.2z" />,
  improvement: <path fill="currentColor" d="M5 0l5 5-5 5-5-5z" />,
  change: <path fill="none" stroke="currentColor" strokeWidth="1.5" d="M5 1l4 4-4 4-4-4z" />,
  common: <circle cx="5" cy="5" r="3" fill="currentColor" />,
  few: <circle cx="5" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.25" />,
};
