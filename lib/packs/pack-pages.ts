import type { Right } from '../access.ts';

/** A page that can be taken out as a whole, and what may be seen of it. */
export interface PackPage {
  title: string;
  /** Where the figures can be seen again. */
  path: string;
  right: Right;
  /** Every panel that the page can hold, in its order, by a name that is short enough for a sheet. */
  panels: Readonly<Record<string, string>>;
}

/** The pages whose figures can be taken out together. */
export const PACK_PAGES = {
  overview: {
    title: 'Overview',
    path: '/',
    right: 'see_reports',
    panels: {
      measures: 'Measures',
      series: 'Measure over time',
      triggers: 'Triggers',
      signals: 'Signals',
      changed: 'What changed',
      outcomes: 'Trigger and outcome',
      hours: 'Weekday and hour',
      flow: 'Trigger, path and outcome',
    },
  },
  patterns: {
    title: 'Patterns',
    path: '/patterns',
    right: 'see_reports',
    panels: {
      scan: 'Pattern scan',
      pareto: 'What recurs most',
      themes: 'Words',
      teams: 'Teams',
      followups: 'Follow-ups',
      returns: 'Until a customer comes back',
      repeats: 'Repeats',
    },
  },
  pattern: {
    title: 'Kept pattern',
    path: '/patterns',
    right: 'see_reports',
    panels: { chart: 'Measure over time', fishbone: 'Contributory factors' },
  },
  kept: {
    title: 'Kept patterns',
    path: '/patterns/kept',
    right: 'see_reports',
    panels: { patterns: 'Kept patterns' },
  },
  skills: {
    title: 'Skill gaps',
    path: '/skills',
    right: 'see_skills',
    panels: { own: 'Own skills', gaps: 'Skill gaps by team', agents: 'Skills of people' },
  },
  techniques: {
    title: 'What works',
    path: '/skills/techniques',
    right: 'see_team_skills',
    panels: { effects: 'Techniques and calm', strata: 'By trigger', leap: 'LEAP' },
  },
  teams: {
    title: 'Teams compared',
    path: '/skills/teams',
    right: 'see_team_skills',
    panels: { funnel: 'Teams compared', exposure: 'Severe incidents by week' },
  },
  training: {
    title: 'Training',
    path: '/skills/training',
    right: 'see_skills',
    panels: {
      plan: 'To train next',
      ahead: 'Sessions ahead',
      held: 'Sessions held',
      modules: 'Modules',
    },
  },
  session: {
    title: 'Training session',
    path: '/skills/training/sessions',
    right: 'see_training',
    panels: {
      shares: 'Before and after',
      changes: 'Changes compared',
      trained: 'Trained over time',
      compared: 'Others over time',
    },
  },
  scenarios: {
    title: 'Scenarios',
    path: '/skills/scenarios',
    right: 'see_training',
    panels: { cards: 'Role-play cards' },
  },
  lessons: {
    title: 'Lessons',
    path: '/skills/lessons',
    right: 'see_skills',
    panels: { lessons: 'Lessons', unanswered: 'Issues without a lesson' },
  },
} as const satisfies Record<string, PackPage>;

export type PackPageId = keyof typeof PACK_PAGES;
export type PackPanelId<Page extends PackPageId> = keyof (typeof PACK_PAGES)[Page]['panels'] & string;

export function isPackPage(text: string): text is PackPageId {
  return Object.hasOwn(PACK_PAGES, text);
}

/** The pages of one thing: its number stands in their path, and in a query under this name. */
export const NAMED_PAGES = { pattern: 'pattern', session: 'training' } as const;
export type NamedPageId = keyof typeof NAMED_PAGES;

export function isNamedPage(page: string): page is NamedPageId {
  return Object.hasOwn(NAMED_PAGES, page);
}

/** The pages that list things instead of counting incidents by filters: no incidents are taken out from there. */
export const LIST_PAGES = ['kept', 'training', 'scenarios', 'lessons'] as const satisfies PackPageId[];
export type ListPageId = (typeof LIST_PAGES)[number];

export function isListPage(page: string): page is ListPageId {
  return (LIST_PAGES as readonly string[]).includes(page);
}

/** Whether the filters in the address of a page say which incidents it is about, so that these can be taken out. */
export function hasIncidents(page: string): boolean {
  return !isNamedPage(page) && !isListPage(page);
}

/** Whether panels of a page quote what people said or wrote, names that they gave to things among it. */
export function quotesWords(page: string): boolean {
  return page === 'patterns' || isNamedPage(page) || isListPage(page);
}

/** The page at a path that can be taken out as a whole; null where there is none, or where its query does not say it all. */
export function packPageAt(path: string): PackPageId | null {
  const ids = Object.keys(PACK_PAGES) as PackPageId[];
  return ids.find((id) => !isNamedPage(id) && PACK_PAGES[id].path === path) ?? null;
}
