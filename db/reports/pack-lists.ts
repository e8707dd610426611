import { toFrame } from '@/db/reports/frame.ts';
import { askHeading } from '@/db/reports/heading.ts';
import { keptPatternsReport } from '@/db/reports/kept-patterns.ts';
import { lessonsReport } from '@/db/reports/lessons.ts';
import { keptPatternsList } from '@/db/reports/lists/kept-patterns-list.ts';
import { lessonsLists } from '@/db/reports/lists/lessons-lists.ts';
import { scenariosList } from '@/db/reports/lists/scenarios-list.ts';
import { trainingLists } from '@/db/reports/lists/training-lists.ts';
import type { AskedPage } from '@/db/reports/pack-pages.ts';
import { openReading, type Reading, type RecordDatabase, theRecord } from '@/db/reports/reading.ts';
import { scenariosReport } from '@/db/reports/scenarios.ts';
import { trainingReport } from '@/db/reports/training.ts';
import { may, type Viewer } from '@/lib/access.ts';
import type { FrameModel, HeadingModel } from '@/lib/filters/frame-model.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { type LessonSearch, readLessonSearch } from '@/lib/lessons/lesson-search.ts';
import type { PackPanel } from '@/lib/packs/pack.ts';
import { type ListPageId, PACK_PAGES } from '@/lib/packs/pack-pages.ts';

interface Options {
  record?: RecordDatabase;
  now?: number;
}

/** Asks a page of lists for all that it lists; of lessons and cards, for those of one technique where that is named. */
export async function askListPage(
  viewer: Viewer,
  page: ListPageId,
  asked: URLSearchParams,
  options: Options,
): Promise<AskedPage> {
  const { technique } = readLessonSearch(asked);
  const panels = await ASK_LISTS[page](viewer, { words: '', technique }, options);
  const { title, path } = PACK_PAGES[page];
  const kept = technique === null ? '' : new URLSearchParams({ technique }).toString();
  return { title, path, kept, named: '', panels, ...(await standingOf(viewer, technique, options)) };
}

type AskLists = (viewer: Viewer, search: LessonSearch, options: Options) => Promise<PackPanel[]>;

const ASK_LISTS: Readonly<Record<ListPageId, AskLists>> = {
  kept: async (viewer, _, options) => [
    keptPatternsList(PACK_PAGES.kept.panels.patterns, await keptPatternsReport(viewer, options)),
  ],
  training: async (viewer, _, options) =>
    trainingLists(PACK_PAGES.training.panels, await trainingReport(viewer, options)),
  scenarios: async (viewer, search, options) => [
    scenariosList(PACK_PAGES.scenarios.panels.cards, await scenariosReport(viewer, search, options)),
  ],
  lessons: async (viewer, search, options) => {
    const report = await lessonsReport(viewer, search, options);
    return lessonsLists(PACK_PAGES.lessons.panels, report, may(viewer, 'see_training'));
  },
};

/** What such a page stands under: the incidents of its usual period, and no filters but what is looked for. */
async function standingOf(
  viewer: Viewer,
  technique: string | null,
  options: Options,
): Promise<Pick<AskedPage, 'frame' | 'heading'>> {
  const { frame, heading, vocabularies } = await standWithout(viewer, '', options);
  const named = vocabularies.technique.find(({ id }) => id === technique)?.label ?? technique;
  const sentence = named === null ? 'Everything that the page lists' : `Technique is ${named}`;
  return { frame: { ...frame, sentence }, heading };
}

/** What a page without filters stands under: a period, and all incidents of it. */
export async function standWithout(
  viewer: Viewer,
  period: string,
  options: Options,
): Promise<{ frame: FrameModel; heading: HeadingModel; vocabularies: Reading['vocabularies'] }> {
  const record = options.record ?? (await theRecord());
  const all = new URLSearchParams(period);
  all.set('compare', 'none');
  const reading = await openReading(record, viewer, parseFilters(all), options.now);
  try {
    const heading = await askHeading(reading);
    return { frame: { ...toFrame(reading), query: '' }, heading, vocabularies: reading.vocabularies };
  } finally {
    await reading.snapshot.close();
  }
}
