import type { Ignored } from '@/lib/filters/filters.ts';
import style from './bar.module.css';

/** What the address asked for and could not be understood; the rest of it holds. */
export function IgnoredLine({ ignored }: { ignored: readonly Ignored[] }) {
  if (ignored.length === 0) return null;
  return (
    <div className={style.ignored} role="status">
      Not understood in the address, and left out:{' '}
      {ignored.map(({ parameter, value, reason }, index) => (
        <span key={`${parameter}=${value}`}>
          {index > 0 ? '; ' : ''}
          <b>
            {parameter}={value}
          </b>
          , {reason}
        </span>
      ))}
      .
    </div>
  );
}
