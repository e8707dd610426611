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
  current: { viewId: number; isFirst: boolean } | null;
  /** With whom the viewer may share: values of the form's field, with their words. */
  sharing: readonly { value: string; label: string }[];
}

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
