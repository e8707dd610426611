import type { ReactNode } from 'react';
import style from './shell.module.css';

/** The rail beside the page; on a phone the rail stands at the foot. */
export function Shell({ rail, children }: { rail: ReactNode; children: ReactNode }) {
  return (
    <div className={style.shell}>
      <a className={style.skip} href="#page">
        Skip to the page
      </a>
      {rail}
      <div className={style.main}>{children}</div>
    </div>
  );
}

/** What stands under the bars. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <main id="page" tabIndex={-1} className={style.page}>
      {children}
    </main>
  );
}

/** What holds for every figure of the page, in small type at its end. */
export function Footer({ children }: { children: ReactNode }) {
  return <footer className={style.footer}>{children}</footer>;
}
