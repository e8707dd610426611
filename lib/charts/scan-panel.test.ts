import { describe, expect, test } from 'vitest';
import type { Finding } from '../analysis/pattern-scan/findings.ts';
import type { ToldScan } from '../analysis/pattern-scan/told-scan.ts';
import type { Vocabularies } from '../filters/vocabulary.ts';
import { CHANNELS, JOURNEY_STAGES, TRIGGERS } from '../taxonomy/editable-sets.ts';
import { drawFile } from './draw.ts';
import { scanHeight } from './draw-scan.ts';
import { type DrawnFinding, type ScanContext, scanPanel } from './scan-panel.ts';
import { reasonWords } from './scan-words.ts';

const vocabularies = {
  trigger: TRIGGERS,
  channel: CHANNELS,
  stage: JOURNEY_STAGES,
} as unknown as Vocabularies;

const FINDING: DrawnFinding = {
  kind: 'rising',
  combination: [
    { dimension: 'trigger', code: 1 },
    { dimension: 'stage', code: 1 },
    { dimension: 'channel', code: 1 },
  ],
  incidents: 118,
  found: 118,
  expected: 56.4,
  excess: 61.6,
  outOf: null,
  lift: 2.09,
  interval: [1.7, 2.5],
  p: 1e-9,
  q: 2e-7,
  dispersion: 1.1,
  rising: true,
  amongContacts: false,
  also: [],
  spark: null,
};
const ESCALATED: DrawnFinding = {
  ...FINDING,
  ...{ kind: 'escalated', combination: [{ dimension: 'channel', code: 1 }], incidents: 140 },
  ...{ found: 14, expected: 7.4, excess: 6.6, outOf: 131, lift: 1.9, interval: [1.4, 20] },
  ...{ q: 0.0614, rising: false },
};

const scanOf = (findings: readonly DrawnFinding[]): ToldScan<DrawnFinding> => ({
  findings,
  looked: 1284,
  folded: 31,
  incidents: 2412,
  before: 2300,
  contacts: 'none',
  weeks: 26,
  least: 30,
});
const CONTEXT: ScanContext = {
  periodWords: '18 May to 12 Nov 2026',
  comparisonWords: 'the 26 weeks before',
  vocabularies,
  filters: { measure: null },
  all: false,
  keptAs: () => null,
};
const panelOf = (findings: readonly DrawnFinding[], context: Partial<ScanContext> = {}) =>
  scanPanel(scanOf(findings), { ...CONTEXT, ...context });
const rowOf = (finding: DrawnFinding, context: Partial<ScanContext> = {}) => {
  const [row] = panelOf([finding], context).picture?.rows ?? [];
  if (!row) throw new Error('there is a row');
  return row;
};

describe('the sentences', () => {
  test('the first pattern is named with how many more than expected: 118 less 56 are 62', () => {
    expect(panelOf([FINDING, ESCALATED]).headline).toBe(
      'Billing error · enquiry · phone is the first pattern, 62 incidents more than expected, and it is rising',
    );
    expect(panelOf([ESCALATED]).headline).toBe('Phone is the only pattern, 7 escalated more than expected');
  });

  test('a q of 0.0614 lets fewer than 1 of 2 be false; of twenty 1.2, so fewer than 2', () => {
    const verdictOf = (count: number) => panelOf(Array(count).fill(ESCALATED)).picture?.verdict;
    expect(verdictOf(2)).toBe(
      '2 patterns found in 1,284\u00a0tests; by the largest q fewer than 1 of the 2 should be false.',
    );
    expect(verdictOf(20)).toContain('fewer than 2 of the 20');
  });

  test('each kind says what its figures were expected by', () => {
    const reasonOf = (changed: Partial<Finding>) =>
      reasonWords({ ...FINDING, ...changed }, 'the 26 weeks before');
    expect(reasonOf({})).toBe('118\u00a0incidents, 56 by the share of the 26 weeks before');
    expect(reasonOf({ amongContacts: true })).toBe(
      '118\u00a0incidents, 56 by its contacts and the 26 weeks before',
    );
    expect(reasonOf({ expected: 0 })).toBe('118\u00a0incidents, none in the 26 weeks before');
    expect(reasonOf({ kind: 'contacts' })).toBe('118\u00a0incidents, 56 by its contacts');
    expect(reasonOf({ kind: 'together' })).toBe('118\u00a0incidents, 56 by chance alone');
    expect(reasonWords(ESCALATED, null)).toBe('14 of 131 escalated, 7 at the rate of all');
    expect(reasonWords({ ...ESCALATED, kind: 'bad' }, null)).toBe(
      '14 of 131 unresolved or lost, 7 at the rate of all',
    );
  });

  test('what could not be asked is said', () => {
    expect(panelOf([FINDING]).subtitle).toContain(
      '31\u00a0combinations that add nothing to these are folded in.',
    );
    const alone = scanPanel({ ...scanOf([]), before: null }, { ...CONTEXT, comparisonWords: null });
    expect(alone.subtitle).toContain('Without a comparison nothing can be told to rise');
    const overlapping = scanPanel({ ...scanOf([]), before: null }, CONTEXT);
    expect(overlapping.subtitle).toContain('The comparison has days of the period in it');
  });

  test('nothing found and nothing to test are two things', () => {
    expect(panelOf([])).toMatchObject({
      headline: 'None of 1,284\u00a0tests of combinations stands out beyond chance',
      picture: null,
      empty: '1,284\u00a0tests made; what they show is what chance gives.',
    });
    const none = scanPanel({ ...scanOf([]), looked: 0, incidents: 12 }, CONTEXT);
    expect(none.headline).toBe('No combination has the 30 incidents that it takes to be tested');
  });
});

describe('a row', () => {
  test('stands at its lift on a logarithmic axis, and its figures add up', () => {
    const row = rowOf(FINDING);
    expect(row).toMatchObject({
      lift: '2.1',
      interval: '1.7–2.5',
      found: '118',
      expected: '56',
      excess: '+62',
    });
    expect(row).toMatchObject({ q: '< 0.001', few: false, beyond: false });
    expect(row.low).toBeLessThan(row.at);
    expect(row.at).toBeLessThan(row.high);
  });

  test('14 escalations are drawn hollow, and a range to 20 goes on beyond the axis of 16', () => {
    expect(rowOf(ESCALATED)).toMatchObject({
      found: '14 of 131',
      few: true,
      beyond: true,
      high: 1,
      q: '0.061',
    });
  });

  test('what was not there before is new, with no end to its range', () => {
    const row = rowOf({
      ...FINDING,
      expected: 0,
      lift: Number.POSITIVE_INFINITY,
      interval: [12.3, Number.POSITIVE_INFINITY],
    });
    expect(row).toMatchObject({ lift: 'new', interval: 'over 12', expected: '0', excess: '+118', at: 1 });
  });

  test('opens what was counted: its incidents, or those with a known path with the escalated ones named', () => {
    expect(rowOf(FINDING).open).toEqual({
      label: 'Open 118\u00a0incidents',
      narrowing: {
        selections: [
          { dimension: 'trigger', value: 'billing_error' },
          { dimension: 'stage', value: JOURNEY_STAGES.find(({ code }) => code === 1)?.id },
          { dimension: 'channel', value: 'phone' },
        ],
      },
    });
    expect(rowOf(ESCALATED).open).toEqual({
      label: 'Open 131\u00a0incidents, 14 escalated',
      narrowing: {
        selections: [{ dimension: 'channel', value: 'phone' }],
        measure: 'escalation_rate',
      },
    });
  });

  test('where the page holds another measure, a list opens all of its 140 incidents there', () => {
    expect(rowOf(ESCALATED, { filters: { measure: 'csat' } }).open.label).toBe('Open 140\u00a0incidents');
  });

  test('would be watched by the measure of its kind, and says as what it is kept', () => {
    const kept = { patternId: 4, name: 'Calls that are passed on', status: 'Acting' };
    const row = rowOf(ESCALATED, {
      keptAs: ({ measure }) => (measure === 'escalation_rate' ? kept : null),
    });
    expect(row.keep).toMatchObject({ measure: 'escalation_rate', label: 'Escalation rate' });
    expect(row.kept).toEqual(kept);
    expect(rowOf(FINDING).kept).toBeNull();
  });
});

describe('another fact of the same cause', () => {
  const contacts = { ...FINDING, kind: 'contacts' as const, found: 118, expected: 70.2, amongContacts: true };
  const both = { ...FINDING, also: [contacts] };

  test('stands on the card with the incidents that it counted, and in the sentence', () => {
    const row = rowOf(both);
    expect(row.also?.map(({ words, open }) => [words, open.label])).toEqual([
      ['118\u00a0incidents, 70 by its contacts', 'Open 118\u00a0incidents'],
    ]);
    expect(row.sentence).toContain('Also 118\u00a0incidents, 70 by its contacts.');
  });

  test('is named where it is of other values', () => {
    const wider = { ...contacts, combination: [{ dimension: 'channel', code: 1 }] as const };
    expect(rowOf({ ...FINDING, also: [wider] }).also?.[0]?.words).toBe(
      'Phone: 118\u00a0incidents, 70 by its contacts',
    );
  });

  test('has a row of its own in the table, which says of what cause; the drawing is 16 higher', () => {
    const { table, picture } = panelOf([both]);
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual([null, 'Billing error · enquiry · phone']);
    const alone = panelOf([FINDING]).picture;
    if (!picture || !alone) throw new Error('there are rows');
    expect(scanHeight(picture) - scanHeight(alone)).toBe(16);
  });
});

describe('how many are shown', () => {
  const many = Array.from({ length: 15 }, (_, index) => ({ ...FINDING, found: 118 + index }));

  test('a dozen and three further ones in the table, unless all are asked for', () => {
    const { picture, table } = panelOf(many);
    expect([picture?.rows.length, picture?.unshown, table.rows.length]).toEqual([12, 3, 15]);
    expect(panelOf(many, { all: true }).picture).toMatchObject({ unshown: 0 });
  });

  test('a file has no figure that is none', () => {
    const endless = {
      ...FINDING,
      expected: 0,
      lift: Number.POSITIVE_INFINITY,
      interval: [12, Number.POSITIVE_INFINITY] as const,
    };
    const { picture, table, headline, subtitle } = panelOf([endless, ...many]);
    expect(table.rows[0]?.cells.slice(7, 10)).toEqual([null, 12, null]);
    if (!picture) throw new Error('there is something to draw');
    for (const width of [390, 920, 1200]) {
      const svg = drawFile(picture, { headline, subtitle, filters: 'All.', made: 'Now.', width });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(svg).toContain('4 further patterns are in the table.');
    }
  });
});
