import type { Fragment } from '@/lib/search/fragments.ts';
import style from './search-box.module.css';

/** A few words round what was found, with the hits marked. */
export function FoundWords({ fragments }: { fragments: readonly Fragment[] }) {
  let at = 0;
  return (
    <span className={`note ${style.found}`} dir="auto">
      {fragments.map(({ text, isHit }) => {
        const key = at;
        at += text.length;
        return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </span>
  );
}
