import type { FrameModel } from '@/lib/filters/frame-model.ts';
import style from './bar.module.css';

/** Values of the address that were merged into others since, and what is shown in their place. */
export function FollowedLine({ followed }: Pick<FrameModel, 'followed'>) {
  if (followed.length === 0) return null;
  return (
    <div className={style.ignored} role="status">
      Merged since this address was made:{' '}
      {followed.map(({ dimension, asked, shown }, index) => (
        <span key={`${dimension} ${asked}`}>
          {index > 0 ? '; ' : ''}
          <b>{asked}</b> counts as <b>{shown}</b>
        </span>
      ))}
      .
    </div>
  );
}
