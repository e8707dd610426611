import type { Compared, Result } from './result.ts';
import { type Judged, judge, type Unit } from './targets.ts';
import type { Times } from './time-each.ts';

export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What was measured at one size, as tables: for the terminal and for the document. */
export function toTables(result: Result): Table[] {
  return [
    targets(result),
    comparison('Reports', result, 'report'),
    parts(result),
    comparison('Questions', result, 'question'),
    everythingElse(result),
  ].filter(({ rows }) => rows.length > 0);
}

function targets(result: Result): Table {
  return {
    title: 'Targets',
    head: ['what', 'measured', 'target', ''],
    rows: judge(result).map((judged) => [
      judged.what,
      inUnit(judged.measured, judged.unit),
      describeTarget(judged),
      judged.isMet ? 'met' : 'missed',
    ]),
  };
}

export function describeTarget({ target, unit }: Judged): string {
  return 'most' in target ? `at most ${inUnit(target.most, unit)}` : `at least ${inUnit(target.least, unit)}`;
}

function comparison(title: string, { compared }: Result, kind: Compared['kind']): Table {
  return {
    title,
    head: ['', 'facts, median', '95th percentile', 'record, median', '95th percentile', 'times'],
    rows: compared
      .filter((one) => one.kind === kind)
      .map(({ name, facts, record }) => [name, ...timesOf(facts), ...timesOf(record), ratio(record, facts)]),
  };
}

function parts({ compared }: Result): Table {
  return {
    title: 'Parts of the overview beside their limits',
    head: [
      '',
      'facts, median',
      '95th percentile',
      'limit, median',
      'of its limit',
      'record, median',
      'times',
    ],
    rows: compared
      .filter(({ kind }) => kind === 'part')
      .map(({ name, facts, record, limit }) => [
        limit && !limit.isByHand ? `${name}*` : name,
        ...timesOf(facts),
        ...timesOf(limit).slice(0, 1),
        ratio(facts, limit),
        ...timesOf(record).slice(0, 1),
        ratio(record, facts),
      ]),
  };
}

function everythingElse({
  refresh,
  intake,
  takeOut,
  memoryMb,
  page,
  seededInSeconds,
  incidents,
}: Result): Table {
  const rows: [string, string][] = [];
  if (refresh) {
    rows.push(['Refresh from nothing', milliseconds(refresh.fromNothing.median)]);
    rows.push([`Refresh after ${refresh.changes} changes`, both(refresh.afterChanges)]);
  }
  if (seededInSeconds !== null) rows.push(['Seeding it', perSecond(incidents, seededInSeconds)]);
  for (const [name, one] of Object.entries(intake ?? {})) {
    const what = name === 'seed' ? 'Seeding' : 'Importing';
    const ratio = inUnit(one.copySeconds / one.seconds, 'times');
    rows.push([`${what} ${one.incidents.toLocaleString('en-GB')}`, perSecond(one.incidents, one.seconds)]);
    rows.push([
      'the same rows by a bare COPY',
      `${perSecond(one.incidents, one.copySeconds)}; the other goes ${ratio} as fast`,
    ]);
  }
  if (takeOut) {
    rows.push(['All incidents as CSV', perSecond(takeOut.incidents, takeOut.seconds)]);
    rows.push(['the same columns by COPY', perSecond(takeOut.incidents, takeOut.copySeconds)]);
    rows.push(['The overview as a PDF', inUnit(takeOut.pdfSeconds, 's')]);
  }
  if (memoryMb !== null) rows.push(['Memory with the facts', inUnit(memoryMb, 'MB')]);
  if (page) {
    rows.push(['Page, first byte', both(page.firstByte)], ['Page, all panels', both(page.allPanels)]);
    if (page.serverMb !== null) rows.push(['Memory of the server', inUnit(page.serverMb, 'MB')]);
  }
  return { title: 'Refresh, intake, files, memory and page', head: ['', ''], rows };
}

const NONE = '–';
const ENOUGH_RUNS = 30;

function timesOf(times: Times | null): [string, string] {
  return times
    ? [withRuns(times, milliseconds(times.median)), atLeast(times, milliseconds(times.p95))]
    : [NONE, NONE];
}

function both({ median, p95 }: Times): string {
  return `${milliseconds(median)}, 95th percentile ${milliseconds(p95)}`;
}

function ratio(one: Times | null, other: Times | null): string {
  return one && other ? atLeast(one, inUnit(one.median / other.median, 'times')) : NONE;
}

function atLeast({ isCut }: Times, figure: string): string {
  return isCut ? `≥ ${figure}` : figure;
}

/** Of fewer than thirty it is said how many they were. */
function withRuns(times: Times, figure: string): string {
  return times.runs < ENOUGH_RUNS ? `${atLeast(times, figure)} (${times.runs})` : atLeast(times, figure);
}

function perSecond(count: number, seconds: number): string {
  return `${inUnit(seconds, 's')}, ${inUnit(count / seconds, 'per second')}`;
}

function milliseconds(value: number): string {
  return value >= 10_000 ? inUnit(value / 1000, 's') : inUnit(value, 'ms');
}

export function inUnit(value: number, unit: Unit): string {
  const digits = unit === 'MB' || unit === 'per second' || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const figure = value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit === 'times' ? `${figure} ×` : `${figure} ${unit}`;
}
