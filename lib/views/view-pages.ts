import type { Right } from '../access.ts';

/** The pages that have views: those whose address carries filters. */
export const VIEW_PAGES = ['/', '/patterns', '/skills', '/incidents'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** What somebody must have to look at a page, and so at its views. */
export const RIGHT_OF_PAGE: Record<ViewPage, Right> = {
  '/': 'see_reports',
  '/patterns': 'see_reports',
  '/skills': 'see_skills',
  '/incidents': 'see_incidents',
};

export function isViewPage(path: string): path is ViewPage {
  return (VIEW_PAGES as readonly string[]).includes(path);
}

export const LONGEST_VIEW_NAME = 80;

/** With whom a view is shared. */
export const VIEW_SCOPES = ['mine', 'team', 'all'] as const;
export type ViewScope = (typeof VIEW_SCOPES)[number];
