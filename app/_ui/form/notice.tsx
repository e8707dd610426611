import type { ReactNode } from 'react';
import type { Problem } from '@/lib/errors.ts';
import style from './control.module.css';

/** A message with a line at its left: plain for news, red for a fault of the program. */
export function Notice({ fault = false, children }: { fault?: boolean; children: ReactNode }) {
  return (
    <div role={fault ? 'alert' : 'status'} className={`${style.notice} ${fault ? style.fault : ''}`}>
      {children}
    </div>
  );
}

/** Everything that is wrong with a form, at once; nothing when all is well. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul role="alert" className={`${style.notice} ${style.fault}`}>
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
