import type { Result } from './result.ts';

/** Something that is to be reached, and what was measured of it. */
export interface Judged {
  id: string;
  what: string;
  measured: number;
  unit: Unit;
  target: { most: number } | { least: number };
  isMet: boolean;
}

export type Unit = 'ms' | 's' | 'MB' | 'times' | 'per second';

const MILLION = 1_000_000;
const LISTS = [
  { id: 'list', name: 'list of incidents', bound: 200 },
  { id: 'palette', name: 'palette', bound: 200 },
  { id: 'search-rare', name: 'search, rare words', bound: 200 },
  { id: 'search-common', name: 'search, common words', bound: 2000 },
];
const SKILL_PAGES = ['skill gaps', 'what works', 'teams compared'];

/**
 * What is promised of a record of this size, on two cores, beside what was measured. Between the sizes that a promise
 * is about there is none.
 */
export function judge(result: Result): Judged[] {
  return [
    ...(isAbout(result, MILLION) ? atAMillion(result) : []),
    ...(isAbout(result, 10 * MILLION) ? overviewWithin('overview-10m', result, 1000) : []),
    ...atAnySize(result),
  ];
}

function atAMillion({ compared, refresh, memoryMb, page, ...result }: Result): Judged[] {
  const reportOf = (wanted: string) =>
    compared.find(({ kind, name }) => kind === 'report' && name === wanted);
  const overview = reportOf('overview');
  const within = (id: string, name: string, what: string, seconds: number): Judged[] => {
    const facts = reportOf(name)?.facts;
    return facts ? [most(id, what, facts.median / 1000, 's', seconds)] : [];
  };
  return [
    ...overviewWithin('overview', { compared }, 150),
    ...SKILL_PAGES.flatMap((name) => {
      const facts = reportOf(name)?.facts;
      return facts
        ? [most(name.replaceAll(' ', '-'), `Page “${name}”, median`, facts.median, 'ms', 150)]
        : [];
    }),
    ...within('watch-list', 'watch-list', 'Watch-list, median', 10),
    ...within('scan', 'pattern scan', 'Pattern scan of everything', 3),
    ...within('themes', 'themes', 'Themes, median', 2),
    ...LISTS.flatMap(({ name, id, bound }) => {
      const facts = reportOf(name)?.facts;
      return facts ? [most(id, `Page “${name}”, median`, facts.median, 'ms', bound)] : [];
    }),
    ...(overview?.record && overview.facts
      ? [
          least(
            'ratio',
            'Overview, facts before record',
            overview.record.median / overview.facts.median,
            'times',
            20,
          ),
        ]
      : []),
    ...compared.flatMap(({ kind, name, facts, limit }) =>
      kind === 'part' && facts && limit
        ? [most(`part-${name}`, `${name}, by its limit`, facts.median / limit.median, 'times', 1.3)]
        : [],
    ),
    ...(refresh
      ? [
          most(
            'refresh',
            'Refresh from nothing, a million',
            refresh.fromNothing.median / 1000 / (result.incidents / MILLION),
            's',
            10,
          ),
          most(
            'changes',
            `Refresh after ${refresh.changes} changes`,
            refresh.afterChanges.median / 1000,
            's',
            0.5,
          ),
        ]
      : []),
    ...(memoryMb === null ? [] : [most('memory', 'Memory without PostgreSQL', memoryMb, 'MB', 1000)]),
    ...(page
      ? [
          most('first-byte', 'Page, first byte', page.firstByte.median, 'ms', 50),
          most('panels', 'Page, all panels', page.allPanels.median, 'ms', 500),
          ...(page.serverMb === null
            ? []
            : [most('server', 'Memory of the server', page.serverMb, 'MB', 1000)]),
        ]
      : []),
  ];
}

/** How fast rows go in hardly depends on how many there will be. */
function atAnySize({ intake, takeOut }: Result): Judged[] {
  return [...takingIn(intake), ...takingOut(takeOut)];
}

function takingIn(intake: Result['intake']): Judged[] {
  if (!intake || intake.seed.incidents < 10_000) return [];
  const { seed } = intake;
  return [
    least('seed', 'Sample into the record', seed.incidents / seed.seconds, 'per second', 4000),
    least('seed-copy', 'Sample, by a bare COPY', seed.copySeconds / seed.seconds, 'times', 0.6),
  ];
}

function takingOut(takeOut: Result['takeOut'] | undefined): Judged[] {
  if (!takeOut || takeOut.incidents < 10_000) return [];
  const { incidents, seconds, firstMs, riseMb, copySeconds, pdfSeconds } = takeOut;
  return [
    least('csv', 'Incidents as CSV', incidents / seconds, 'per second', 25_000),
    least('csv-copy', 'Incidents as CSV, by a bare COPY', copySeconds / seconds, 'times', 0.4),
    most('csv-first', 'CSV, first incidents', firstMs / 1000, 's', 1),
    most('csv-memory', 'CSV, memory rising by', riseMb, 'MB', 100),
    most('pdf', 'Overview as a PDF', pdfSeconds, 's', 5),
  ];
}

function overviewWithin(id: string, { compared }: Pick<Result, 'compared'>, bound: number): Judged[] {
  const times = compared.find(({ kind, name }) => kind === 'report' && name === 'overview')?.facts;
  return times ? [most(id, 'Overview, median', times.median, 'ms', bound)] : [];
}

function isAbout({ incidents }: Result, size: number): boolean {
  return Math.abs(incidents - size) <= size / 10;
}

function most(id: string, what: string, measured: number, unit: Unit, bound: number): Judged {
  return { id, what, measured, unit, target: { most: bound }, isMet: measured <= bound };
}

function least(id: string, what: string, measured: number, unit: Unit, bound: number): Judged {
  return { id, what, measured, unit, target: { least: bound }, isMet: measured >= bound };
}
