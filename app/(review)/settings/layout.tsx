import { forbidden } from 'next/navigation';
import type { ReactNode } from 'react';
import { requireViewer } from '@/app/_server/session.ts';
import { Page } from '@/app/_ui/frame/shell.tsx';
import style from './settings.module.css';
import { SettingsNav } from './settings-nav.tsx';
import { settingsPages } from './settings-pages.ts';

/** The names of its pages stand beside each of them. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const pages = settingsPages(await requireViewer());
  if (pages.length === 0) forbidden();
  return (
    <Page>
      <div className={style.room}>
        <SettingsNav pages={pages} />
        <div className={style.page}>{children}</div>
      </div>
    </Page>
  );
}
