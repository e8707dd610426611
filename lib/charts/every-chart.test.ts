import { describe, expect, test } from 'vitest';
import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { kindsFor, toMeasureSeries } from '../analysis/measure-series.ts';
import { panelCsv } from '../export/panel-csv.ts';
import type { Measure } from '../measures/measure.ts';
import { MEASURE_IDS, type MeasureId } from '../measures/measure-ids.ts';
import { MEASURES } from '../measures/measures.ts';
import { CHART_KINDS } from '../statistics/control-chart.ts';
import { CHART_PASSAGES } from '../statistics/method-passages.ts';
import { controlPanel } from './control-chart.ts';
import { draw, drawSparkline } from './draw.ts';
import { findings } from './findings-fixture.ts';
import { measureCard } from './measure-card.ts';

const STATES = ['signal', 'none', 'few', 'empty'] as const;
type State = (typeof STATES)[number];

/** Every form in which a measure over time is told, as texts that must hold nothing unsaid. */
const FORMS = {
  card: (found, state) => {
    const card = measureCard(found, 'the weeks before');
    expect(card.label).toBe(found.measure.label);
    expect(card.definition.text.length).toBeGreaterThan(40);
    expect(card.open.label).toMatch(/^Open [\d,]+\u00a0incident/);
    expect(card.verdict.state === 'few', card.verdict.words).toBe(state === 'few' || state === 'empty');
    expect(isSignal(card.verdict.state), card.verdict.words).toBe(state === 'signal');
    expect(card.spark === null).toBe(state === 'empty');
    return [card.verdict.words, card.comparison, card.value ?? '', ...card.detail, card.definition.text];
  },
  chart: (found, state) => {
    const panel = controlPanel(found, CONTEXT);
    expect(panel.headline).toMatch(HEADLINES[state]);
    expect(panel.subtitle).toMatch(/\.$/);
    expect(panel.definition.text.length).toBeGreaterThan(40);
    expect(panel.definition.passage).toBe(CHART_PASSAGES[found.judgement.chart.kind]);
    expect(panel.picture === null).toBe(panel.empty !== null);
    expect(panel.picture === null).toBe(state === 'empty');
    expect(panel.picture?.points.some((point) => isSignal(point.state)) ?? false).toBe(state === 'signal');
    return [panel.headline, panel.subtitle, panel.empty ?? '', panel.definition.text, ...drawn(found)];
  },
  table: (found, state) => {
    const { table } = controlPanel(found, CONTEXT);
    expect(table.rows).toHaveLength(found.points.length);
    for (const [index, { cells, open }] of table.rows.entries()) {
      expect(cells).toHaveLength(table.columns.length);
      expect(open !== null).toBe((found.points[index]?.incidents ?? 0) > 0);
    }
    const signals = columnOf(table, 'signal');
    expect(signals.some((cell) => String(cell ?? '') !== '')).toBe(state === 'signal');
    return [...table.columns.map(({ label }) => label), ...signals.map(String)];
  },
  spark: (found, state) => {
    const { spark, label } = measureCard(found, null);
    if (!spark) {
      expect(state).toBe('empty');
      return ['nothing to draw'];
    }
    const svg = drawSparkline(spark, { width: 184, theme: 'css', label });
    expect(/class="pt-(concern|improvement|change)"/.test(svg)).toBe(state === 'signal');
    return [svg];
  },
  csv: (found) => {
    const panel = controlPanel(found, CONTEXT);
    const text = panelCsv(panel.table, { title: panel.headline, lines: [panel.definition.text] });
    const lines = text.split('\r\n').filter((line) => line !== '' && !/^\ufeff?#/.test(line));
    expect(lines).toHaveLength(1 + found.points.length + 1);
    return [text];
  },
} satisfies Record<string, (found: MeasureFindings, state: State) => string[]>;
type Form = keyof typeof FORMS;

const CONTEXT = { periodWords: '1 Jan to 30 Jun 2024', comparisonWords: 'the weeks before' };
const HEADLINES: Record<State, RegExp> = {
  signal: /: (a concern|an improvement|a real change), /,
  none: /: no real change in 26 weeks; (usual range|median) /,
  few: /^Too early to say: 6\u00a0weeks/,
  empty: /cannot be told yet$|^No incidents in this period$/,
};

describe.each(MEASURE_IDS)('%s', (id) => {
  test.each(STATES)(
    '%s: card, chart, table, sparkline and CSV tell it, and leave nothing unsaid',
    (state) => {
      const found = findings(id, given(id, state));
      for (const form of Object.keys(FORMS) as Form[]) {
        const texts = FORMS[form](found, state);
        expect(texts.join('').length, form).toBeGreaterThan(0);
        for (const text of texts) expect(text, form).not.toMatch(UNSAID);
      }
    },
  );

  test('each kind of chart that is offered is drawn of it, said to be chosen by hand, and the card agrees', () => {
    const offered = kindsFor(toMeasureSeries(MEASURES[id], []));
    for (const kind of offered)
      for (const state of ['signal', 'none', 'few'] as const) {
        const found = findings(id, { ...given(id, state), judging: { kind } });
        expect(found.judgement.asked ?? found.judgement.choice.drawable).toBe(kind);
        const panel = controlPanel(found, CONTEXT, [], kind);
        const newest = panel.picture?.points[found.judgement.newest ?? -1];
        const card = measureCard(found, null);
        expect(isSignal(card.verdict.state), kind).toBe(isSignal(newest?.state ?? 'common'));
        const texts = [panel.headline, panel.subtitle, panel.definition.text, panel.offer.summary];
        for (const text of [...texts, ...drawn(found)]) expect(text, kind).not.toMatch(UNSAID);
      }
  });
});

test('each kind of chart is offered for some measure, but those that need other points than weeks', () => {
  const offered = new Set(MEASURE_IDS.flatMap((id) => kindsFor(toMeasureSeries(MEASURES[id], []))));
  // Moving ranges are steps; g and t are drawn of events.
  expect(CHART_KINDS.filter((kind) => !offered.has(kind))).toEqual(['mr', 'g', 't']);
});

const UNSAID = /NaN|undefined|Infinity|\bnull\b|\[object/;

function drawn(found: MeasureFindings): string[] {
  const { picture } = controlPanel(found, CONTEXT);
  return picture
    ? [704, 358].map((width) => draw(picture, { width, theme: 'css', label: found.measure.label }))
    : [];
}

function isSignal(state: string): boolean {
  return state === 'concern' || state === 'improvement' || state === 'change';
}

function columnOf(
  { columns, rows }: ReturnType<typeof controlPanel>['table'],
  id: string,
): (string | number | null)[] {
  const at = columns.findIndex((column) => column.id === id);
  return rows.map(({ cells }) => cells[at] ?? null);
}

type Week = number | readonly [number, number];

/** 26 calm weeks; the same with the newest far off; 6 of them; and incidents of which none can be counted. */
function given(id: MeasureId, state: State): Parameters<typeof findings>[1] {
  const [calm, off] = levels(MEASURES[id]);
  const weeks = Array.from({ length: 26 }, (_, index) => calm(index));
  const before = weeks;
  switch (state) {
    case 'signal':
      return { weeks: [...weeks.slice(1), off], before };
    case 'none':
      return { weeks, before };
    case 'few':
      return { weeks: weeks.slice(0, 6) };
    case 'empty':
      return { weeks: [null], total: MEASURES[id].words.leftOut === null ? 0 : 9, all: 9 };
  }
}

/** A calm week by its place, and one far off, as the aggregate of the measure takes them. */
function levels({ aggregate, unit }: Measure): [calm: (index: number) => Week, off: Week] {
  const turn = (index: number) => index % 3;
  switch (aggregate) {
    case 'count':
      return [(index) => 20 + turn(index), 70];
    case 'share':
      return [(index) => [20 + turn(index), 60], [58, 60]];
    case 'rate':
      return [(index) => [30 + turn(index), 3000], [120, 3000]];
    case 'median':
      return [(index) => [2880 + 60 * turn(index), 40], [40_000, 40]];
    case 'sum':
      return [(index) => [500 + 10 * turn(index), 20], [2500, 20]];
    case 'mean':
      return unit === 'score'
        ? [(index) => [120 + turn(index), 40], [190, 40]]
        : [(index) => [160 + turn(index), 40], [40, 40]];
  }
}
