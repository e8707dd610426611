import { formatCount } from '@/lib/charts/format.ts';
import type { HeadingModel } from '@/lib/filters/frame-model.ts';
import style from './bar.module.css';

/** How much is shown of how much, how fresh and complete it is, and the filter as a sentence. */
export function Heading({ heading, sentence }: { heading: HeadingModel; sentence: string }) {
  const { shown, all, freshness } = heading;
  return (
    <header className={style.heading}>
      <h1>
        Showing {formatCount(shown)} of {formatCount(all)} {all === 1 ? 'incident' : 'incidents'}
      </h1>
      <p className="note">{freshness}</p>
      <p className={style.sentence}>{sentence}</p>
    </header>
  );
}
