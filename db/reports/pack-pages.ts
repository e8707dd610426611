import { keptPatternReport } from '@/db/reports/kept-pattern.ts';
import { overviewReport } from '@/db/reports/overview.ts';
import { askListPage } from '@/db/reports/pack-lists.ts';
import { askSession } from '@/db/reports/pack-session.ts';
import { patternsReport } from '@/db/reports/patterns.ts';
import type { RecordDatabase } from '@/db/reports/reading.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import { type SkillPanelId, skillsReport } from '@/db/reports/skills.ts';
import type { Viewer } from '@/lib/access.ts';
import type { Panel, Picture } from '@/lib/charts/chart-model.ts';
import { NotFound } from '@/lib/errors.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { parseOverview } from '@/lib/filters/overview-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { parsePatterns } from '@/lib/filters/patterns-state.ts';
import { parseSkills } from '@/lib/filters/skills-state.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';
import {
  hasIncidents,
  isListPage,
  type ListPageId,
  PACK_PAGES,
  type PackPageId,
} from '@/lib/packs/pack-pages.ts';
import { toMeasuresPanel, toPackPanel } from '@/lib/packs/to-pack-panel.ts';
import { toRowNumber } from '@/lib/workspace/row-number.ts';

/** What a pack is made of: what the page stands under, and its panels as they are answered. */
export interface AskedPage {
  title: string;
  frame: FrameModel;
  /** Where the page is, how it stands beside its filters, and what of its address stands in its path. */
  path: string;
  kept: string;
  named: string;
  heading: HeadingModel | Promise<HeadingModel>;
  panels: readonly (PackPanel | Promise<PackPanel>)[];
}

interface Options {
  record?: RecordDatabase;
  now?: number;
}

type AskPage = (viewer: Viewer, asked: URLSearchParams, options: Options) => Promise<AskedPage>;

/** Asks a page for all that it shows. The right to it is the caller's affair. */
export function askPackPage(
  viewer: Viewer,
  page: PackPageId,
  asked: URLSearchParams,
  options: Options,
): Promise<AskedPage> {
  return isListPage(page)
    ? askListPage(viewer, page, asked, options)
    : ASK_PAGE[page](viewer, asked, options);
}

/** The filters by which the incidents of a page are found again; null where they are not in its query. */
export function packFilters(page: PackPageId, query: string | URLSearchParams): Filters | null {
  const asked = new URLSearchParams(query);
  if (!hasIncidents(page)) return null;
  if (page === 'overview') return parseOverview(asked).filters;
  return page === 'patterns' ? parsePatterns(asked).filters : parseSkills(asked).filters;
}

const ASK_PAGE: Readonly<Record<Exclude<PackPageId, ListPageId>, AskPage>> = {
  overview: async (viewer, asked, options) => {
    const { filters, state } = parseOverview(asked);
    const report = await overviewReport(viewer, filters, { ...options, state });
    const { panels } = PACK_PAGES.overview;
    const measures = report.cards.then((cards) =>
      toMeasuresPanel(panels.measures, cards, report.frame.periodWords),
    );
    return {
      ...standing('overview', report),
      panels: [
        measures,
        ...OVERVIEW_PANELS.map((id) => toPanel(id, panels[id], report.panels[id] as Promise<Panel<Picture>>)),
      ],
    };
  },
  patterns: async (viewer, asked, options) => {
    const { filters, state } = parsePatterns(asked);
    const report = await patternsReport(viewer, filters, { ...options, state });
    return { ...standing('patterns', report), panels: toPanels(PACK_PAGES.patterns.panels, report.panels) };
  },
  pattern: askPattern,
  session: askSession,
  skills: (viewer, asked, options) => askSkills('skills', viewer, asked, options),
  techniques: (viewer, asked, options) => askSkills('techniques', viewer, asked, options),
  teams: (viewer, asked, options) => askSkills('teams', viewer, asked, options),
};

async function askPattern(viewer: Viewer, asked: URLSearchParams, options: Options): Promise<AskedPage> {
  const given = asked.get('pattern') ?? '';
  const patternId = toRowNumber(given);
  if (patternId === null) throw new NotFound(`There is no pattern ${given}.`);
  const shown = parseFilters(asked, ['pattern']);
  const { pattern, frame, bars, heading, chart, fishbonePanel } = await keptPatternReport(
    viewer,
    patternId,
    shown,
    options,
  );
  const { panels, path } = PACK_PAGES.pattern;
  return {
    title: pattern.name,
    // The filters are those of the pattern, which its address does not say.
    frame: { ...frame, query: bars.query, ignored: bars.ignored },
    path: `${path}/${patternId}`,
    kept: '',
    named: `pattern=${patternId}`,
    heading,
    panels: [
      toPackPanel('chart', panels.chart, chart),
      toPackPanel('fishbone', panels.fishbone, fishbonePanel),
    ],
  };
}

async function askSkills(
  page: 'skills' | 'techniques' | 'teams',
  viewer: Viewer,
  asked: URLSearchParams,
  options: Options,
): Promise<AskedPage> {
  const { filters, state } = parseSkills(asked);
  const names: Readonly<Record<string, string>> = PACK_PAGES[page].panels;
  const report = await skillsReport(viewer, filters, Object.keys(names) as SkillPanelId[], {
    ...options,
    state,
  });
  return { ...standing(page, report), panels: toPanels(names, report.panels) };
}

interface Standing {
  frame: FrameModel;
  kept: string;
  heading: Promise<HeadingModel>;
}

function standing(page: PackPageId, { frame, kept, heading }: Standing) {
  const { title, path } = PACK_PAGES[page];
  return { title, path, frame, kept, heading, named: '' };
}

type Answers = Readonly<Record<string, Promise<Panel<Picture>> | null>>;

/** Panels in the order of their names; those that may not be shown to the viewer are left out. */
function toPanels(names: Readonly<Record<string, string>>, answers: Answers): Promise<PackPanel>[] {
  return Object.entries(names).flatMap(([id, name]) => {
    const answer = answers[id];
    return answer ? [toPanel(id, name, answer)] : [];
  });
}

async function toPanel(id: string, name: string, answer: Promise<Panel<Picture>>): Promise<PackPanel> {
  return toPackPanel(id, name, await answer);
}
