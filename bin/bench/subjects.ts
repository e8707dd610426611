import { BENCHMARK_VIEWER } from '@/db/benchmark/open-benchmark.ts';
import { askPart, OVERVIEW_PARTS } from '@/db/benchmark/overview-parts.ts';
import { FACT_QUESTIONS } from '@/db/queries/fact-questions.ts';
import { filterOptions } from '@/db/reports/filter-options.ts';
import { askHeading } from '@/db/reports/heading.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { forgetKept } from '@/db/reports/keep-by-version.ts';
import { overviewReport } from '@/db/reports/overview.ts';
import { paletteReport } from '@/db/reports/palette.ts';
import { askPatternList } from '@/db/reports/pattern-list.ts';
import { ASK_PATTERNS } from '@/db/reports/patterns-panels.ts';
import { openReading, type Reading, type RecordDatabase } from '@/db/reports/reading.ts';
import { askSignals } from '@/db/reports/signals.ts';
import { type SkillPanelId, skillsReport } from '@/db/reports/skills.ts';
import { askWatchedSums, toWholeBuckets } from '@/db/reports/watched-sums.ts';
import { DIMENSIONS } from '@/lib/filters/dimensions.ts';
import type { Filters } from '@/lib/filters/filters.ts';
import { DEFAULT_LIST, type ListState, SORT_KEYS } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { DEFAULT_PATTERNS } from '@/lib/filters/patterns-state.ts';
import type { Compared } from './result.ts';
import { type Effort, type Times, timeEach } from './time-each.ts';

/** Something whose time is taken on either engine, with one filter after the other. */
export interface Subject {
  kind: Compared['kind'];
  name: string;
  time(queries: readonly string[], effort: Effort): Promise<Times>;
}

/** The record as its reports see it, and what stands in for the clock, so that no day changes what is measured. */
export interface Place {
  record: RecordDatabase;
  now: number;
}

/** Every report, every part of the overview and every question about facts, from where the program lists them. */
export function listSubjects(place: Place): Subject[] {
  return [
    ...Object.entries(REPORTS).map(([name, ask]) => toReport(name, ask, place)),
    onReading('report', 'watch-list', place, askSignals),
    ofEverything('weeks for watch-lists', place, (reading) => askWatchedSums(toWholeBuckets(reading))),
    onReading('report', 'patterns', place, (reading) =>
      Promise.all([
        askHeading(reading),
        ...QUICK_PATTERNS.map((id) => ASK_PATTERNS[id](reading, DEFAULT_PATTERNS)),
      ]),
    ),
    onReading('report', 'themes', place, (reading) => ASK_PATTERNS.themes(reading, DEFAULT_PATTERNS)),
    ...Object.entries(SEARCHES).map(([name, texts]) => toSearch(name, texts, place)),
    ofEverything('pattern scan', place, (reading) => askPatternList(reading, { all: false })),
    ...OVERVIEW_PARTS.map((part) => onReading('part', part, place, (reading) => askPart(part, reading))),
    ...Object.entries(FACT_QUESTIONS).map(([name, choices]) =>
      onReading(
        'question',
        name,
        place,
        ({ snapshot, viewer, asked }, turn) =>
          choices[turn % choices.length]?.(snapshot, viewer, asked) ??
          Promise.reject(new Error(`${name} is empty`)),
      ),
    ),
  ];
}

/** What the page of patterns shows before its scan and its themes, which take longer and are measured alone. */
const QUICK_PATTERNS = ['pareto', 'returns', 'repeats', 'teams', 'followups'] as const;

/** The pages of skills, each with what stands on it. */
const SKILL_PAGES: Readonly<Record<string, readonly SkillPanelId[]>> = {
  'skill gaps': ['gaps', 'agents'],
  'what works': ['effects', 'strata', 'leap'],
  'teams compared': ['funnel', 'exposure'],
};

/** What a report goes on with after all that is measured of it: the watch-list, which is a report of its own. */
class Left {
  readonly over: Promise<unknown>;
  constructor(over: Promise<unknown>) {
    this.over = over;
  }
}

function askSkills(ids: readonly SkillPanelId[]) {
  return async (filters: Filters, _: number, place: Place) => {
    const { heading, advice, panels } = await skillsReport(BENCHMARK_VIEWER, filters, ids, place);
    await Promise.all([heading, advice, ...Object.values(panels)]);
  };
}

const REPORTS: Record<string, (filters: Filters, turn: number, place: Place) => Promise<Left | unknown>> = {
  overview: async (filters, _, place) => {
    const report = await overviewReport(BENCHMARK_VIEWER, filters, place);
    const { heading, advice, cards } = report;
    const { signals, ...panels } = report.panels;
    await Promise.all([heading, advice, cards, ...Object.values(panels)]);
    return new Left(signals);
  },
  ...Object.fromEntries(Object.entries(SKILL_PAGES).map(([name, ids]) => [name, askSkills(ids)])),
  'list of incidents': (filters, turn, place) => {
    const sort = SORT_KEYS[turn % SORT_KEYS.length] ?? DEFAULT_LIST.sort;
    const at = turn % 3 === 2 ? 'last' : 'first';
    return incidentsReport(BENCHMARK_VIEWER, filters, { ...DEFAULT_LIST, sort, place: at }, place);
  },
  'values of a filter': (filters, turn, { record }) =>
    filterOptions(BENCHMARK_VIEWER, filters, DIMENSIONS[turn % DIMENSIONS.length]?.id ?? 'trigger', {
      record,
    }),
  palette: (_, turn, { record }) =>
    paletteReport(BENCHMARK_VIEWER, TYPED[turn % TYPED.length] ?? '', { record }),
};

/** What somebody types into the palette: words of nearly all incidents, beginnings, a phrase, a number. */
const TYPED = ['customer', 'the acc', 'cust', '"calm down"', '137 GBP', 'INC-120'];

/** What is looked for in all words of the sample: of the rare ones at most one incident in a hundred says each. */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  'search, rare words': ['"137 GBP"', '"210 GBP"', 'promised "64 GBP"', '"99 GBP" -refund', '"19 GBP" acc*'],
  'search, common words': ['customer', 'account', 'they', 'the customer', 'earlier -refund', 'cust*'],
};

/** The first page of what is found. What is counted after it is waited for, but not as part of it. */
function toSearch(name: string, texts: readonly string[], place: Place): Subject {
  const filters = toFilters('period=all');
  const orders = ['occurred', 'severity', 'trigger'] as const;
  const time: Subject['time'] = (queries, effort) =>
    timeEach([...queries.keys()], effort, {
      before: async (turn) => {
        forgetKept(place.record);
        const sort = orders[turn % orders.length] ?? 'occurred';
        const list: ListState = { ...DEFAULT_LIST, sort, search: texts[turn % texts.length] ?? '' };
        return { list, counted: [] as Promise<unknown>[] };
      },
      async run({ list, counted }) {
        const { found } = await incidentsReport(BENCHMARK_VIEWER, filters, list, place);
        counted.push(Promise.resolve(found?.all));
      },
      after: ({ counted }) => Promise.all(counted),
    });
  return { kind: 'report', name, time };
}

function toReport(name: string, ask: (typeof REPORTS)[string], place: Place): Subject {
  const time: Subject['time'] = (queries, effort) =>
    timeEach([...queries.entries()], effort, {
      before: async ([turn, query]) => {
        forgetKept(place.record);
        return { turn, filters: toFilters(query), left: [] as Left[] };
      },
      run: async ({ turn, filters, left }) => {
        const answer = await ask(filters, turn, place);
        if (answer instanceof Left) left.push(answer);
      },
      after: ({ left }) => Promise.all(left.map(({ over }) => over)),
    });
  return { kind: 'report', name, time };
}

/** What is promised of all incidents at once, whatever the filters are. */
function ofEverything(name: string, place: Place, ask: (reading: Reading) => Promise<unknown>): Subject {
  const { time } = onReading('report', name, place, ask);
  return {
    kind: 'report',
    name,
    time: (queries, effort) =>
      time(
        queries.map(() => 'period=all'),
        effort,
      ),
  };
}

/** Only the asking counts: the reading is open before and closed after. */
function onReading(
  kind: Compared['kind'],
  name: string,
  place: Place,
  ask: (reading: Reading, turn: number) => Promise<unknown>,
): Subject {
  const time: Subject['time'] = (queries, effort) =>
    timeEach([...queries.entries()], effort, {
      before: async ([turn, query]) => ({ turn, reading: await open(query, place) }),
      run: ({ turn, reading }) => ask(reading, turn),
      after: ({ reading }) => reading.snapshot.close(),
    });
  return { kind, name, time };
}

/** One reading of the facts by the filters of an address, for which nothing is kept from others. */
export function open(query: string, { record, now }: Place): Promise<Reading> {
  forgetKept(record);
  return openReading(record, BENCHMARK_VIEWER, toFilters(query), now);
}

function toFilters(query: string): Filters {
  const filters = parseFilters(new URLSearchParams(query));
  if (filters.ignored.length > 0) throw new Error(`a filter of the benchmark cannot be read: ${query}`);
  return filters;
}
