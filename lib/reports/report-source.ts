import { parseFiltersOfPeople } from '../filters/parse-filters.ts';
import { toHref, toSearchParams } from '../filters/serialise-filters.ts';
import {
  isNamedPage,
  NAMED_PAGES,
  type NamedPageId,
  PACK_PAGES,
  type PackPageId,
} from '../packs/pack-pages.ts';

/** What a report is made of: a page with its figures, or the incidents of filters. */
export type ReportPage = PackPageId | 'incidents';

export interface ReportSource {
  page: ReportPage;
  /** The query of the page’s address; what a page of one thing is about is named in it. */
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
  const [, folder, thing] = /^(.+)\/([1-9]\d{0,9})$/.exec(pathname) ?? [];
  const named = PAGES.filter(isNamedPage).find((id) => PACK_PAGES[id].path === folder);
  if (named && thing) {
    const name = NAMED_PAGES[named];
    searchParams.delete(name);
    return { page: named, query: toHref('', `${name}=${thing}`, searchParams.toString()).slice(1) };
  }
  if (pathname === '/incidents') return toRows({ page: 'incidents', query: searchParams.toString() });
  const page = PAGES.find((id) => !isNamedPage(id) && PACK_PAGES[id].path === pathname);
  return page ? { page, query: searchParams.toString() } : null;
}

/** The incidents of the same filters. */
export function toRows({ query }: ReportSource): ReportSource {
  return { page: 'incidents', query: toSearchParams(parseFiltersOfPeople(new URLSearchParams(query))) };
}

/** Where the same can be seen as it is now: the inverse of `parseSource`. */
export function addressOfSource({ page, query }: ReportSource): string {
  if (page === 'incidents') return toHref('/incidents', query);
  if (!isNamedPage(page)) return toHref(PACK_PAGES[page].path, query);
  const { thing, rest } = withoutName(page, query);
  return toHref(`${PACK_PAGES[page].path}/${thing}`, rest);
}

/** "Overview", "Incidents". */
export function titleOfSource({ page, query }: ReportSource): string {
  if (page === 'incidents') return 'Incidents';
  const { title } = PACK_PAGES[page];
  return isNamedPage(page) ? `${title} ${withoutName(page, query).thing}` : title;
}

const PAGES = Object.keys(PACK_PAGES) as PackPageId[];

function withoutName(page: NamedPageId, query: string): { thing: string; rest: string } {
  const params = new URLSearchParams(query);
  const thing = params.get(NAMED_PAGES[page]) ?? '';
  params.delete(NAMED_PAGES[page]);
  return { thing, rest: params.toString() };
}
