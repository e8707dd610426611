'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Fragment } from 'react';
import { filterQuery } from './filter-query.ts';
import { PageLink } from './page-link.tsx';
import style from './rail.module.css';

interface RailLinksProps {
  groups: readonly (readonly RailLink[])[];
  label: string;
}

export interface RailLink {
  href: string;
  label: string;
  /** Its figures follow the filters of the address, which go along to it. */
  filtered?: boolean;
}

export function RailLinks({ groups, label }: RailLinksProps) {
  const here = usePathname();
  const query = filterQuery(useSearchParams());
  const isFiltered = groups.flat().some(({ href, filtered }) => filtered && currentAt(here, href));
  const hrefOf = ({ href, filtered }: RailLink) =>
    filtered && isFiltered && query ? `${href}?${query}` : href;
  return (
    <nav className={style.links} aria-label={label}>
      {groups.map((group, index) => (
        <Fragment key={group[0]?.href}>
          {index > 0 ? <hr /> : null}
          {group.map((link) => (
            <PageLink
              key={link.href}
              href={hrefOf(link)}
              className={index > 0 ? `${style.link} ${style.second}` : style.link}
              aria-current={currentAt(here, link.href)}
            >
              {link.label}
            </PageLink>
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
