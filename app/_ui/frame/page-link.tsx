'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

interface PageLinkProps extends Omit<ComponentProps<typeof Link>, 'prefetch' | 'onPointerEnter' | 'onFocus'> {
  /** False: not even then, where the place is made for this link alone and is seldom opened. */
  prefetch?: false;
}

/**
 * A link to another page, whose place is fetched once somebody is about to follow it: while a page still draws,
 * fetching what every link in sight leads to would have the server work on pages that nobody asked for.
 */
export function PageLink({ prefetch, ...link }: PageLinkProps) {
  const [isMeant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  const fetched = isMeant && prefetch !== false ? null : false;
  return <Link {...link} prefetch={fetched} onPointerEnter={mean} onFocus={mean} />;
}
