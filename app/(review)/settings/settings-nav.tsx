'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import style from './settings.module.css';

/** The pages of the settings, the one that is open marked. */
export function SettingsNav({ pages }: { pages: readonly { href: string; label: string }[] }) {
  const here = usePathname();
  return (
    <nav className={style.nav} aria-label="Settings">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={here === href || here.startsWith(`${href}/`) ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
