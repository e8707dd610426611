import type { ReactNode } from 'react';
import style from '../../../settings.module.css';

/** What would change, line by line, with the button that does it. */
export function Preview({ sentences, children }: { sentences: readonly string[]; children: ReactNode }) {
  return (
    <div className={style.warning} role="note">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </div>
  );
}
