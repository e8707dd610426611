import type { ReactNode } from 'react';
import { formatCount } from '@/lib/charts/format.ts';
import style from './bar.module.css';

interface HeadingProps {
  shown: number;
  all: number;
  /** How many of these a search found, where there is one. */
  found?: ReactNode;
  /** "Data to 12 Nov 2026 · counted at 14:05 on 13 Nov 2026 · 73 unclassified (3.0 %)" */
  freshness: { words: string; title: string };
  /** The filter as a sentence. */
  sentence: string;
  /** What can be done with all of it. */
  children?: ReactNode;
}

/** How much is shown of how much, how fresh and complete it is. */
export function Heading({ shown, all, found, freshness, sentence, children }: HeadingProps) {
  return (
    <header className={style.heading}>
      <h1>
        Showing {found ?? formatCount(shown)} of {formatCount(all)} {all === 1 ? 'incident' : 'incidents'}
      </h1>
      <div className={style.beside}>
        <p className="note" title={freshness.title}>
          {freshness.words}
        </p>
        {children}
      </div>
      <p className={style.sentence}>{sentence}</p>
    </header>
  );
}
