import { describe, expect, test } from 'vitest';
import { type Combination, SCANNED } from './combinations.ts';
import type { Finding } from './findings.ts';
import { contactsOf } from './testing/prove-scan.ts';
import { randomFrom, randomRow, randomRows } from './testing/random-rows.ts';
import { holds, type Row, scanRows } from './testing/scan-rows.ts';

const value = (dimension: (typeof SCANNED)[number], code: number) => ({ dimension, code });
const named = ({ kind, combination }: Finding) =>
  `${kind} ${combination.map(({ dimension, code }) => `${dimension} ${code}`).join(', ')}`;

/** So many more incidents with these values, now. */
function more(count: number, combination: Combination, seed: number): Row[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const row = randomRow(random, 26 + Math.floor(random() * 26));
    const codes = [...row.codes];
    for (const { dimension, code } of combination) codes[SCANNED.indexOf(dimension)] = code;
    return { ...row, codes };
  });
}

const before = (row: Row) => !row.now;
const scan = (rows: readonly Row[]) => scanRows(rows, { isBefore: before });

describe('what is planted is found as it was planted', () => {
  const triple = [value('trigger', 2), value('product', 1), value('channel', 1)];

  test('a triple that rises is found as the triple, and not as any pair or single of it', () => {
    const rows = [...randomRows(4000, randomFrom(1)), ...more(80, triple, 2)];
    const { findings, looked } = scan(rows);
    expect(findings.map(named)).toEqual(['rising trigger 2, product 1, channel 1']);
    const now = rows.filter((row) => row.now && holds(triple)(row)).length;
    const earlier = rows.filter((row) => !row.now && holds(triple)(row)).length;
    const all = rows.filter((row) => row.now).length;
    const expected = earlier * (all / (rows.length - all));
    expect(findings[0]).toMatchObject({ found: now, rising: true, outOf: null, amongContacts: false });
    expect(findings[0]?.expected).toBeCloseTo(expected, 8);
    expect(findings[0]?.excess).toBeCloseTo(now - expected, 8);
    expect(findings[0]?.lift).toBeCloseTo(now / expected, 8);
    expect(findings[0]?.q).toBeLessThan(0.1);
    expect(looked).toBeGreaterThan(3000);
  });

  test('a single value that rises is found alone, since its pairs and triples add nothing to it', () => {
    const { findings, folded } = scan([
      ...randomRows(4000, randomFrom(3)),
      ...more(250, [value('product', 2)], 4),
    ]);
    expect(findings.map(named)).toEqual(['rising product 2']);
    expect(folded).toBeGreaterThan(0);
  });

  test('a rise where four values meet is told once, though four triples hold it', () => {
    const four = [...triple, value('state', 1)];
    const { findings } = scan([...randomRows(4000, randomFrom(5)), ...more(90, four, 6)]);
    expect(findings).toHaveLength(1);
    for (const { dimension, code } of findings[0]?.combination ?? [])
      expect(four).toContainEqual({ dimension, code });
  });

  test('two rises that have nothing to do with each other are both told, the larger first', () => {
    const rows = [
      ...randomRows(4000, randomFrom(7)),
      ...more(90, [value('trigger', 3), value('channel', 2)], 8),
      ...more(160, [value('product', 1), value('site', 1)], 9),
    ];
    expect(scan(rows).findings.map(named)).toEqual([
      'rising product 1, site 1',
      'rising trigger 3, channel 2',
    ]);
  });

  test('a value that was not there before is told as such, with nothing expected and no end to its lift', () => {
    const rows = randomRows(4000, randomFrom(10)).filter(({ codes }) => codes[5] !== 12);
    const { findings } = scan([...rows, ...more(120, [value('team', 12)], 11)]);
    expect(findings.map(named)).toEqual(['rising team 12']);
    expect(findings[0]).toMatchObject({ found: 120, expected: 0, lift: Number.POSITIVE_INFINITY });
    expect(findings[0]?.interval[0]).toBeGreaterThan(10);
  });

  test('a pair that is escalated more often is found by its rate, out of those with a known path', () => {
    const pair = [value('trigger', 1), value('channel', 1)];
    const random = randomFrom(12);
    const rows = randomRows(4000, random).map((row) =>
      holds(pair)(row) && row.escalated === false && random() < 0.45 ? { ...row, escalated: true } : row,
    );
    const { findings } = scan(rows);
    expect(findings.map(named)).toEqual(['escalated trigger 1, channel 1']);
    const known = rows.filter((row) => row.now && holds(pair)(row) && row.escalated !== null);
    const escalated = known.filter((row) => row.escalated).length;
    expect(findings[0]).toMatchObject({ found: escalated, outOf: known.length, rising: false });
    const [low, high] = findings[0]?.interval ?? [0, 0];
    expect(low).toBeGreaterThan(1);
    expect(findings[0]?.lift).toBeLessThan(high);
  });

  test('a rate that is higher only now is rising', () => {
    const random = randomFrom(13);
    const rows = randomRows(4000, random).map((row) =>
      row.now && row.codes[1] === 1 && row.bad === false && random() < 0.3 ? { ...row, bad: true } : row,
    );
    expect(scan(rows).findings.map((finding) => [named(finding), finding.rising])).toEqual([
      ['bad product 1', true],
    ]);
  });

  test('without a comparison, what occurs together more often than by chance is found', () => {
    const rows = [
      ...randomRows(3000, randomFrom(14)),
      ...more(150, [value('stage', 3), value('band', 2)], 15),
    ].map((row) => ({ ...row, now: true }));
    expect(scanRows(rows).findings.map(named)).toEqual(['together stage 3, band 2']);
  });
});

describe('facts of one cause', () => {
  const team = [value('team', 7)];
  const rowsOf = (seed: number) => randomRows(4000, randomFrom(seed));
  const scanWithContacts = (rows: Row[]) =>
    scanRows(rows, { isBefore: before, contacts: contactsOf(rows) }).findings;

  test('a team that has more than before, and so more than by its contacts, is one pattern with both facts', () => {
    const findings = scanWithContacts([...rowsOf(21), ...more(200, team, 22)]);
    expect(findings.map(named)).toEqual(['rising team 7']);
    expect(findings[0]?.also.map(({ kind, combination }) => [kind, combination])).toEqual([
      ['contacts', team],
    ]);
    expect(findings[0]?.also[0]?.found).toBe(findings[0]?.found);
  });

  test('a team that always has more than by its contacts, in which one trigger rises, is two patterns', () => {
    const always = [
      ...more(300, team, 24),
      ...more(300, team, 25).map((row) => ({ ...row, now: false, week: row.week - 26 })),
    ];
    const rising = more(90, [value('trigger', 2), ...team], 26);
    const findings = scanWithContacts([...rowsOf(23), ...always, ...rising]);
    expect(findings.map(named)).toEqual(
      expect.arrayContaining(['contacts team 7', 'rising trigger 2, team 7']),
    );
    expect(findings.flatMap(({ also }) => also)).toEqual([]);
  });
});

describe('what is not there is not found', () => {
  test('of no incidents at all nothing is told', () => {
    expect(scan([])).toEqual({ findings: [], looked: 0, folded: 0 });
  });

  test('29 incidents of one kind are too few to be asked about', () => {
    const rows = Array.from({ length: 29 }, (_, index) => ({
      codes: [1, 1, 1, 1, 1, 1, 1, 1, 1],
      week: index,
      now: true,
    }));
    expect(scan(rows)).toEqual({ findings: [], looked: 0, folded: 0 });
  });

  test('values that are not known are no part of a pattern', () => {
    const rows = [...randomRows(3000, randomFrom(16)), ...more(200, [value('state', 0)], 17)];
    expect(scan(rows).findings).toEqual([]);
  });

  test('a site that has but one team is the same question as the team, and asked once', () => {
    const rows = randomRows(2000, randomFrom(18)).map((row) => ({
      ...row,
      codes: row.codes.map((code, place) => (place === 6 ? 1 : code)),
    }));
    const alike = scanRows(rows, { isBefore: before }).looked;
    const without = scanRows(
      rows.map((row) => ({ ...row, codes: row.codes.map((code, place) => (place === 6 ? 0 : code)) })),
      { isBefore: before },
    ).looked;
    // The site alone is everybody: rising, escalated and bad are three questions more.
    expect(alike - without).toBe(3);
  });
});
