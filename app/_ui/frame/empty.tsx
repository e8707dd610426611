import type { ReactNode } from 'react';
import style from './states.module.css';

/** Nothing to show, which is no fault: a sentence why, and what can be done, as children. */
export function Empty({ sentence, children }: { sentence: ReactNode; children?: ReactNode }) {
  return (
    <div className={style.message}>
      <p>{sentence}</p>
      {children ? <div className={style.row}>{children}</div> : null}
    </div>
  );
}
