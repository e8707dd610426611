import type { ViewPage, ViewScope } from './view-pages.ts';

/** A saved view as it is offered. */
export interface ViewModel {
  viewId: number;
  name: string;
  page: ViewPage;
  query: string;
  scope: ViewScope;
  teamName: string | null;
  isOwn: boolean;
}

/** The views of a page for somebody, and which of them is in use. */
export interface ViewsModel {
  page: ViewPage;
  views: readonly ViewModel[];
  /** The view that they looked at last, and whether they begin with it. */
  last: { viewId: number; isFirst: boolean } | null;
  /** With whom the viewer may share: values of the form's field, with their words. */
  sharing: readonly { value: string; label: string }[];
}

/** What an address is of the views of its page. */
export interface ViewInUse {
  /** The view that the address is, or that was changed into it; null where it is none. */
  current: ViewModel | null;
  isChanged: boolean;
  /** The view looked at last, to go on with, where the address is none. */
  last: ViewModel | null;
}

/**
 * Which view an address is. The one looked at last counts as changed while something of it is left in the address; an
 * address that says nothing is no view, unless one was saved that says nothing either.
 */
export function viewInUse({ views, last }: Pick<ViewsModel, 'views' | 'last'>, query: string): ViewInUse {
  const latest = views.find(({ viewId }) => viewId === last?.viewId) ?? null;
  const same = views.filter((view) => isSameQuery(view.query, query));
  if (latest && same.includes(latest)) return { current: latest, isChanged: false, last: null };
  if (same[0]) return { current: same[0], isChanged: false, last: null };
  if (latest && isPartLeft(latest.query, query)) return { current: latest, isChanged: true, last: null };
  return { current: null, isChanged: false, last: latest };
}

/**
 * Whether an address still has something of a view: a filter by what the view filters by; of a view without filters
 * anything else that it says, such as its period.
 */
function isPartLeft(view: string, query: string): boolean {
  const said = new URLSearchParams(query);
  const all = [...new URLSearchParams(view)];
  const filters = all.filter(([name]) => !NO_FILTERS.includes(name));
  if (filters.length > 0) return filters.some(([name]) => said.has(name));
  return all.some(([name, value]) => said.get(name) === value);
}

const NO_FILTERS = ['period', 'compare', 'sort'];

/** Whether two queries say the same, in whichever order. */
export function isSameQuery(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

function sorted(query: string): string {
  const params = new URLSearchParams(query);
  params.sort();
  return params.toString();
}

/** The address that a view stands for. */
export function addressOf({ page, query }: { page: string; query: string }): string {
  return query === '' ? page : `${page}?${query}`;
}
