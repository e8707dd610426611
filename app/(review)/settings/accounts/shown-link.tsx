'use client';

import { ShownOnce } from '@/app/_ui/form/shown-once.tsx';
import { describeInstant } from '@/lib/analysis/moment-words.ts';

interface ShownLinkProps {
  link: { path: string; until: number };
  timeZone: string;
}

/** A one-time link, at the address that this page was opened at. */
export function ShownLink({ link, timeZone }: ShownLinkProps) {
  return (
    <ShownOnce
      label="One-time link"
      value={`${window.location.origin}${link.path}`}
      hint={`It works once, until ${describeInstant(link.until, timeZone)}, and is not shown again.`}
    />
  );
}
