import type { Narrowing } from '@/lib/filters/filters.ts';

/** Where a mark leads. */
export interface MarkLinks {
  /** The same page with the mark's value chosen, or free again when it was. */
  toggle: string;
  /** The same page without the mark's value; null where a mark cannot be excluded. */
  exclude: string | null;
  /** The list of exactly the incidents behind the mark. */
  open: string;
}

export type LinksOf = (narrowing: Narrowing) => MarkLinks;

/** What an anchor of a mark carries; `Marks` reads it. */
export function markProps(links: Omit<MarkLinks, 'open'>) {
  return { href: links.toggle, 'data-mark': '', 'data-exclude': links.exclude ?? undefined };
}
