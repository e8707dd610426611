'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import style from './rail.module.css';

interface RailLinksProps {
  groups: readonly (readonly { href: string; label: string }[])[];
}

export function RailLinks({ groups }: RailLinksProps) {
  const here = usePathname();
  return (
    <nav className={style.links} aria-label="Pages">
      {groups.map((group, index) => (
        <Fragment key={group[0]?.href}>
          {index > 0 ? <hr /> : null}
          {group.map(({ href, label }) => (
            <Link key={href} href={href} className={style.link} aria-current={currentAt(here, href)}>
              {label}
            </Link>
          ))}
        </Fragment>
      ))}
    </nav>
  );
}

function currentAt(here: string, href: string): 'page' | undefined {
  const isHere = href === '/' ? here === '/' : here === href || here.startsWith(`${href}/`);
  return isHere ? 'page' : undefined;
}
