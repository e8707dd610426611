import { parseFiltersOfPeople } from '../filters/parse-filters.ts';
import { toHref, toSearchParams } from '../filters/serialise-filters.ts';
import { PACK_PAGES, type PackPageId } from '../packs/pack-pages.ts';

/** What a report is made of: a page with its figures, or the incidents of filters. */
export type ReportPage = PackPageId | 'incidents';

export interface ReportSource {
  page: ReportPage;
  /** The query of the page’s address; a kept pattern is named in it. */
  query: string;
}

/** What stands in the address of a list besides its filters, and may be what somebody looked for. */
const NOT_KEPT = ['q', 'open', 'page', 'sort', 'format'];

/** What the address of a page stands for: "/patterns?period=all", "/patterns/7"; null where no report is made of it. */
export function parseSource(address: string): ReportSource | null {
  if (!address.startsWith('/') || !URL.canParse(address, 'http://here')) return null;
  const { origin, pathname, searchParams } = new URL(address, 'http://here');
  if (origin !== 'http://here') return null;
  for (const name of NOT_KEPT) searchParams.delete(name);
  const pattern = /^\/patterns\/([1-9]\d{0,9})$/.exec(pathname)?.[1];
  if (pattern) {
    searchParams.delete('pattern');
    return { page: 'pattern', query: toHref('', `pattern=${pattern}`, searchParams.toString()).slice(1) };
  }
  if (pathname === '/incidents') return toRows({ page: 'incidents', query: searchParams.toString() });
  const page = PAGES.find((id) => id !== 'pattern' && PACK_PAGES[id].path === pathname);
  return page ? { page, query: searchParams.toString() } : null;
}

/** The incidents of the same filters. */
export function toRows({ query }: ReportSource): ReportSource {
  return { page: 'incidents', query: toSearchParams(parseFiltersOfPeople(new URLSearchParams(query))) };
}

/** Where the same can be seen as it is now: the inverse of `parseSource`. */
export function addressOfSource({ page, query }: ReportSource): string {
  if (page === 'incidents') return toHref('/incidents', query);
  if (page !== 'pattern') return toHref(PACK_PAGES[page].path, query);
  const { pattern, rest } = withoutPattern(query);
  return toHref(`${PACK_PAGES.pattern.path}/${pattern}`, rest);
}

/** "Overview", "Incidents". */
export function titleOfSource({ page, query }: ReportSource): string {
  if (page === 'incidents') return 'Incidents';
  return page === 'pattern' ? `Kept pattern ${withoutPattern(query).pattern}` : PACK_PAGES[page].title;
}

const PAGES = Object.keys(PACK_PAGES) as PackPageId[];

function withoutPattern(query: string): { pattern: string; rest: string } {
  const params = new URLSearchParams(query);
  const pattern = params.get('pattern') ?? '';
  params.delete('pattern');
  return { pattern, rest: params.toString() };
}
