import { describe, expect, test } from 'vitest';
import type { MeasureFindings } from '../analysis/measure-findings.ts';
import { chartOfKind } from '../statistics/chart-of-kind.ts';
import { type ChartSeries, KINDS_OF_FORM } from '../statistics/chart-series.ts';
import type { ChartKind, ChartSettings } from '../statistics/control-chart.ts';
import { withLengths } from '../statistics/rule-lengths.ts';
import { RULE_SETS } from '../statistics/rules.ts';
import { findings } from './findings-fixture.ts';
import { CHART_NAMES, limitsSentence, rulesSentence, settingsSentences } from './method-words.ts';

const weeks = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
const incidents = findings('incidents', { weeks });
const values = { form: 'count', points: weeks } as const;
const rates = { form: 'rate', points: weeks.map((numerator) => ({ numerator, denominator: 100 })) } as const;

/** The same weeks judged by another chart. */
function judgedBy(kind: ChartKind, series: ChartSeries, settings: ChartSettings = {}): MeasureFindings {
  const chart = chartOfKind(kind, series, settings);
  return { ...incidents, judgement: { ...incidents.judgement, chart } };
}

function sentence(kind: ChartKind, series: ChartSeries): string {
  const found = judgedBy(kind, series);
  const segment = found.judgement.chart.segments[0];
  if (!segment || segment.centre === null) throw new Error('twelve weeks have limits');
  return limitsSentence(found, { ...segment, centre: segment.centre });
}

describe('how limits came about', () => {
  test('of a c chart: mean 126 / 12 = 10.5, three square roots of it', () => {
    expect(sentence('c', values)).toBe(
      'c chart of 12 whole weeks: centre 10.50 (their mean), limits 3 times its square root away.',
    );
  });

  test('of a run chart and of moving ranges (23 / 11)', () => {
    expect(sentence('run', values)).toContain('centre 10.50 (their median), no limits');
    expect(sentence('mr', values)).toContain(
      'centre 2.09 (their mean difference), upper limit 3.267 times that',
    );
  });

  test('of rates says whether σz was applied', () => {
    expect(sentence('u', rates)).toContain(
      'u chart, limits 3 standard deviations away (σz 0.57, not above 1.2)',
    );
    expect(sentence('u_prime', rates)).toContain('Laney u′ chart');
    expect(sentence('u_prime', rates)).toContain('σz 0.57, applied where above 1');
    expect(sentence('i_prime', rates)).toContain('normalised steps');
  });

  test('of rare events says what is between them', () => {
    expect(sentence('g', { form: 'cases_between', points: weeks })).toContain('g chart of 12 events');
    expect(sentence('t', { form: 'time_between', points: weeks })).toContain('to the power 1 / 3.6');
  });

  test('begins with the name of every kind that there is', () => {
    const drawn = new Set<ChartKind>();
    for (const series of [values, rates] as const)
      for (const kind of KINDS_OF_FORM[series.form]) {
        drawn.add(kind);
        expect(sentence(kind, series).startsWith(CHART_NAMES[kind])).toBe(true);
      }
    expect(drawn.size).toBe(7);
  });
});

describe('the rules', () => {
  test('of each set by name and length', () => {
    expect(rulesSentence(RULE_SETS.western_electric)).toBe(
      'Rules of Western Electric: beyond a limit; 8 on one side of the centre; 2 of 3 beyond two thirds of the way to a limit; 4 of 5 beyond one third of the way to a limit.',
    );
    expect(rulesSentence(RULE_SETS.nelson)).toContain('14 up and down in turn; 15 within one third');
    expect(rulesSentence(RULE_SETS.anhoej)).toBe(
      'Rules of Anhøj: beyond a limit; a run longer, or crossings of the centre fewer, than chance allows.',
    );
  });

  test('with another length say so', () => {
    expect(rulesSentence(withLengths(RULE_SETS.nhs, { shift: 6 }))).toMatch(
      /^Rules of NHS Making Data Count, run of 6: beyond a limit; 6 on one side/,
    );
  });
});

describe('what people decided', () => {
  const said = (settings: ChartSettings) => settingsSentences(judgedBy('xmr', values, settings)).join(' ');

  test('nothing is nothing', () => {
    expect(said({})).toBe('');
  });

  test('a baseline by its number or its span', () => {
    expect(said({ baseline: { first: 8 } })).toBe('Limits from the first 8 weeks of each stretch.');
    expect(said({ baseline: { from: 0, until: 8 } })).toBe(
      'Limits from the week of 1 Jan 2024 to the week of 19 Feb 2024.',
    );
  });

  test('excluded weeks and restarts with their reasons, and that nothing was screened', () => {
    expect(said({ exclusions: [{ index: 1, reason: 'strike' }] })).toBe(
      'Left out of the limits: the week of 8 Jan 2024 (strike).',
    );
    expect(said({ rebases: [{ index: 4, reason: 'new script' }], screen: false })).toBe(
      'Limits restart at the week of 29 Jan 2024 (new script). No moving range is left out.',
    );
  });
});
