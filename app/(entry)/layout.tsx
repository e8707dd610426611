import type { ReactNode } from 'react';
import style from './entry.module.css';

/** One narrow column on paper: signing in and the first run. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <main className={style.entry}>
      <p className={style.brand}>Lookback</p>
      {children}
    </main>
  );
}
